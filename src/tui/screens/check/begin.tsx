import { useState } from 'react'
import { UnreadableConfig } from '../../../config/index.ts'
import { CHECKLISTS } from '../../../content/checklists.built.ts'
import { BadUse } from '../../../edge/bad-use.ts'
import type { BlankSwitch } from '../../../flow/checklist/blank-switch.ts'
import { PROFILES } from '../../../net/profiles.ts'
import type { Draft } from '../../../progress/draft.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { printable } from '../../../words/printable.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import { type Choice, Menu } from '../../parts/menu.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { useProgram } from '../../shell/program.ts'
import { type CheckSource, keptIn, sourceFromNothing, sourcesIn } from './source.ts'

const BLANKS: readonly BlankSwitch[] = [
  { name: 'SW1', profile: 'catalyst-2960', ports: 24 },
  { name: 'SW1', profile: 'catalyst-9000', ports: 24 },
]
const FILE = 'file'

type Doing =
  | { readonly at: 'menu'; readonly problem: string }
  | { readonly at: 'path'; readonly problem: string }
  | { readonly at: 'reading' }
  | { readonly at: 'devices'; readonly sources: readonly CheckSource[] }

/** What a person is told about a file that cannot be used: one sentence, and nothing of it can steer the terminal. */
function problemOf(error: unknown): string {
  if (error instanceof BadUse || error instanceof UnreadableConfig) return printable(error.message)
  throw error
}

function draftChoices(drafts: readonly Draft[]): Choice[] {
  return drafts.map((draft, i) => {
    const path = draft.path === '' ? checkWords.noPath : draft.path
    return { id: `draft-${i}`, label: checkWords.goOn(path, draft.device, draft.edits.length) }
  })
}

/** The way into a checklist: a file, an unfinished one, or a switch out of the box. */
export function CheckBegin() {
  const { look, canvas } = useCanvas()
  const { active, open } = useNavigation()
  const { io, store } = useProgram()
  const [doing, setDoing] = useState<Doing>({ at: 'menu', problem: '' })
  const [checklist] = CHECKLISTS
  const drafts = store.drafts().filter((draft) => draft.checklist === checklist?.id)
  const begin = (source: CheckSource) => {
    const key = { checklist: source.work.checklist.id, path: source.path, device: source.work.before.name }
    const draft = store.draft(key)
    setDoing({ at: 'menu', problem: '' })
    open({ at: 'checklist', source, kept: draft ? keptIn(draft) : {} })
  }
  const read = async (path: string, device?: string) => {
    if (!checklist) return
    setDoing({ at: 'reading' })
    try {
      const sources = await sourcesIn(path, checklist, io)
      const [only] =
        device === undefined ? sources : sources.filter(({ work }) => work.before.name === device)
      if (only && (sources.length === 1 || device !== undefined)) begin(only)
      else setDoing({ at: 'devices', sources })
    } catch (error) {
      setDoing({ at: 'path', problem: problemOf(error) })
    }
  }
  const pick = (id: string) => {
    if (!checklist) return
    const draft = drafts[Number(id.replace('draft-', ''))]
    const blank = BLANKS[Number(id.replace('blank-', ''))]
    if (id === FILE) setDoing({ at: 'path', problem: '' })
    else if (id.startsWith('draft-') && draft?.path) void read(draft.path, draft.device)
    else if (id.startsWith('draft-') && BLANKS[0]) begin(sourceFromNothing(BLANKS[0], checklist))
    else if (blank) begin(sourceFromNothing(blank, checklist))
  }
  const toMenu = () => setDoing({ at: 'menu', problem: '' })
  const keys = useKeys(doing.at === 'menu' ? {} : { leave: toMenu }, doing.at === 'path' ? 'field' : 'menu')
  const room = drawScreen(canvas, { title: checkWords.title, keys })
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: room.height - 4 }
  const head =
    doing.at === 'devices'
      ? checkWords.whichDevice
      : doing.at === 'path'
        ? checkWords.pathHelp
        : checkWords.begins
  canvas.text(room.x + 1, room.y + 1, head, 'plain', room.width - 2)
  if (doing.at === 'reading') canvas.text(place.x, place.y, checkWords.reading, 'quiet')
  if (doing.at === 'path') canvas.lines(place.x, place.y + 2, wrap(doing.problem, place.width), 'attack')
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      {doing.at === 'path' ? (
        <TextField
          prompt={checkWords.path}
          place={place}
          active={active}
          onEnter={(path) => path.trim() !== '' && void read(path.trim())}
        />
      ) : null}
      {doing.at === 'menu' ? (
        <Menu
          key="begin"
          choices={[
            { id: FILE, label: checkWords.fromFile },
            ...draftChoices(drafts),
            ...BLANKS.map(({ profile, ports }, i) => ({
              id: `blank-${i}`,
              label: checkWords.fromNothing(PROFILES[profile].title, ports),
            })),
          ]}
          place={place}
          active={active}
          onPick={pick}
        />
      ) : null}
      {doing.at === 'devices' ? (
        <Menu
          key="devices"
          choices={doing.sources.map(({ work }, i) => ({ id: `${i}`, label: work.before.name }))}
          place={place}
          active={active}
          onPick={(id) => {
            const source = doing.sources[Number(id)]
            if (source) begin(source)
          }}
        />
      ) : null}
    </>
  )
}
