import { useState } from 'react'
import { UnreadableConfig } from '../../../config/index.ts'
import type { Checklist } from '../../../content/checklist.ts'
import { BadUse } from '../../../edge/bad-use.ts'
import type { BlankSwitch } from '../../../flow/checklist/blank-switch.ts'
import { asksPlatform } from '../../../flow/checklist/platforms.ts'
import type { ProfileName } from '../../../net/profiles.ts'
import {
  blankOf,
  type CheckSource,
  draftFrame,
  onPlatform,
  sourceFromNothing,
  sourcesIn,
  takeUp,
} from '../../../progress/check-source.ts'
import type { Draft, DraftKey } from '../../../progress/draft.ts'
import { printable } from '../../../words/printable.ts'
import { useNavigation } from '../../shell/navigation.ts'
import { useProgram } from '../../shell/program.ts'

/** Where someone is on the way into a checklist. */
export type Beginning =
  | { readonly at: 'menu' }
  /** `typed`: the path that could not be used, to be put right. */
  | { readonly at: 'path'; readonly typed: string; readonly problem: string }
  | { readonly at: 'reading' }
  | { readonly at: 'devices'; readonly sources: readonly CheckSource[] }
  | { readonly at: 'platform'; readonly source: CheckSource }

/** What can be done on that way. */
export type BeginDeeds = {
  readonly toMenu: () => void
  readonly toPath: () => void
  readonly read: (path: string) => void
  readonly takeUp: (key: DraftKey) => void
  readonly fromNothing: (blank: BlankSwitch) => void
  readonly choose: (source: CheckSource) => void
  /** Says which platform it is; null where the person cannot. */
  readonly sayPlatform: (source: CheckSource, profile: ProfileName | null) => void
}

/** What a person is told about a file that cannot be used: one sentence, and nothing of it can steer the terminal. */
function problemOf(error: unknown): string {
  if (error instanceof BadUse || error instanceof UnreadableConfig) return printable(error.message)
  throw error
}

/** The way from a file, a draft or nothing to the checklist on a switch. */
export function useBegin(checklist: Checklist, first: Beginning): readonly [Beginning, BeginDeeds] {
  const { open } = useNavigation()
  const { io, store } = useProgram()
  const [now, setNow] = useState(first)
  const openWith = (source: CheckSource, draft: Draft | null) => {
    setNow({ at: 'menu' })
    open({ at: 'checklist', ...takeUp(source, draft) })
  }
  const choose = (source: CheckSource) => {
    const draft = store.draft(draftFrame(source).key)
    if (draft) openWith(source, draft)
    else if (asksPlatform(source.work.before)) setNow({ at: 'platform', source })
    else openWith(source, null)
  }
  const read = async (path: string, device: string | null) => {
    setNow({ at: 'reading' })
    try {
      const sources = await sourcesIn(path, checklist, io)
      const meant = device === null ? sources : sources.filter(({ work }) => work.before.name === device)
      const [only] = meant
      if (only && meant.length === 1) choose(only)
      else setNow({ at: 'devices', sources })
    } catch (error) {
      setNow({ at: 'path', typed: path, problem: problemOf(error) })
    }
  }
  const fromNothing = (blank: BlankSwitch) => choose(sourceFromNothing(blank, checklist))
  const deeds: BeginDeeds = {
    toMenu: () => setNow({ at: 'menu' }),
    toPath: () => setNow({ at: 'path', typed: '', problem: '' }),
    read: (path) => void read(path, null),
    takeUp: (key) => {
      if (key.path !== '') return void read(key.path, key.device)
      fromNothing(blankOf(store.draft(key)))
    },
    fromNothing,
    choose,
    sayPlatform: (source, profile) => openWith(profile ? onPlatform(source, profile) : source, null),
  }
  return [now, deeds]
}
