import { useMemo, useRef, useState } from 'react'
import {
  type ChecklistAction,
  checklistFlow,
  type KeptChecklist,
  standing,
  startChecklist,
} from '../../../flow/checklist.ts'
import { type CheckSource, draftFrame } from '../../../progress/check-source.ts'
import { draftOf } from '../../../progress/kept-checklist.ts'
import { useProgram } from '../../shell/program.ts'
import { Items } from './items.tsx'
import { Purposes } from './purposes.tsx'

type ChecklistProps = {
  readonly source: CheckSource
  readonly kept: Partial<KeptChecklist>
  /** Whether the file has changed since the draft was made. */
  readonly isStale: boolean
}

/** Actions that only move about: nothing of them needs to be kept. */
const MOVES: ReadonlySet<ChecklistAction['do']> = new Set(['goto', 'next', 'back', 'group'])

/** A checklist worked through on one switch. Every change is kept at once, so that nothing is lost by leaving. */
export function ChecklistScreen({ source, kept, isStale }: ChecklistProps) {
  const { store } = useProgram()
  const { work } = source
  const [state, setState] = useState(() => startChecklist(work, kept))
  const place = useRef(state)
  const act = (action: ChecklistAction) => {
    const after = checklistFlow(work, place.current, action)
    place.current = after
    setState(after)
    if (MOVES.has(action.do)) return
    const frame = draftFrame(source)
    store.updateDraft(frame.key, () => draftOf(frame, after, Date.now()))
  }
  const { purposes, services, edits, ticks } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: the standing follows from these four, not from where one looks.
  const now = useMemo(() => standing(work, state), [work, purposes, services, edits, ticks])
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it stood before anything was typed, with the same answers.
  const before = useMemo(() => standing(work, { ...state, edits: [] }), [work, purposes, services])
  if (state.doing === 'purposes') return <Purposes work={work} state={state} act={act} />
  return <Items source={source} isStale={isStale} state={state} now={now} before={before} act={act} />
}
