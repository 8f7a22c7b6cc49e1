import { useEffect, useState } from 'react'
import type { Checklist } from '../../../content/checklist.ts'
import { CHECKLISTS } from '../../../content/checklists.built.ts'
import { completePath } from '../../../edge/complete-path.ts'
import { IOS_PLATFORMS } from '../../../flow/checklist/platforms.ts'
import { PROFILES } from '../../../net/profiles.ts'
import { BLANKS } from '../../../progress/check-source.ts'
import type { Draft } from '../../../progress/draft.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import type { Bindings } from '../../keys/key-table.ts'
import { ELSEWHERE } from '../../keys/key-table.ts'
import { type Choice, Menu, type MenuPlace } from '../../parts/menu.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { useProgram } from '../../shell/program.ts'
import type { Route } from '../../shell/route.ts'
import { type BeginDeeds, type Beginning, useBegin } from './use-begin.ts'

type BeginProps = { readonly begin: Extract<Route, { at: 'check' }>['begin'] }

/** Something that can be chosen on the way, and what then happens. */
type Offered = { readonly choice: Choice; readonly deed: () => void }

const HEADS: Readonly<Record<Beginning['at'], string>> = {
  menu: checkWords.begins,
  path: checkWords.pathHelp,
  reading: checkWords.begins,
  devices: checkWords.whichDevice,
  platform: checkWords.whichPlatform,
}

function offered(now: Beginning, drafts: readonly Draft[], deeds: BeginDeeds): Offered[] {
  const offer = (label: string, deed: () => void, apart = false) => ({ label, deed, apart })
  const lines = () => {
    switch (now.at) {
      case 'menu':
        return [
          offer(checkWords.fromFile, deeds.toPath),
          ...drafts.map((draft, i) =>
            offer(
              checkWords.goOn(draft.path || checkWords.noPath, draft.device, draft.edits.length),
              () => deeds.takeUp(draft),
              i === 0,
            ),
          ),
          ...BLANKS.map((blank, i) =>
            offer(
              checkWords.fromNothing(PROFILES[blank.profile].title, blank.ports),
              () => deeds.fromNothing(blank),
              i === 0,
            ),
          ),
        ]
      case 'devices':
        return now.sources.map((source) => offer(source.work.before.name, () => deeds.choose(source)))
      case 'platform':
        return [
          ...IOS_PLATFORMS.map((name) =>
            offer(PROFILES[name].title, () => deeds.sayPlatform(now.source, name)),
          ),
          offer(checkWords.unasked, () => deeds.sayPlatform(now.source, null)),
        ]
      default:
        return []
    }
  }
  return lines().map(({ label, deed, apart }, i) => ({ choice: { id: `${i}`, label, apart }, deed }))
}

type PathFieldProps = {
  readonly typed: string
  readonly place: MenuPlace
  readonly active: boolean
  readonly onRead: (path: string) => void
  readonly onNames: (names: readonly string[]) => void
}

/** The field for the path of a file; Tab completes it as a shell does. */
function PathField({ typed: before, place, active, onRead, onNames }: PathFieldProps) {
  const { io } = useProgram()
  return (
    <TextField
      prompt={checkWords.path}
      initial={before}
      place={place}
      active={active}
      onTab={(typed) => {
        const { path, names } = completePath(typed, io.cwd)
        onNames(names)
        return path
      }}
      onEnter={(path) => path.trim() !== '' && onRead(path.trim())}
    />
  )
}

function Begin({ begin = undefined, checklist }: BeginProps & { readonly checklist: Checklist }) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const { store } = useProgram()
  const [names, setNames] = useState<readonly string[]>([])
  const [now, deeds] = useBegin(
    checklist,
    begin === 'file' ? { at: 'path', typed: '', problem: '' } : { at: 'menu' },
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft the screen was opened for is taken up once.
  useEffect(() => {
    if (typeof begin === 'object') deeds.takeUp(begin.draft)
  }, [])
  const isDeeper = now.at !== 'menu' && !(now.at === 'path' && begin === 'file')
  const own: Bindings = {
    ...(now.at === 'path' ? { complete: ELSEWHERE } : {}),
    ...(isDeeper ? { leave: deeds.toMenu } : {}),
  }
  const keys = useKeys(own, now.at === 'path' ? 'field' : 'menu')
  const room = drawScreen(canvas, { title: checkWords.title, keys })
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: room.height - 4 }
  canvas.lines(room.x + 1, room.y, wrap(HEADS[now.at], place.width), 'plain')
  if (now.at === 'reading') canvas.text(place.x, place.y, checkWords.reading, 'quiet')
  if (now.at === 'path') {
    const below = now.problem === '' ? names.join('  ') : now.problem
    const lines = wrap(below, place.width).slice(0, place.height - 2)
    canvas.lines(place.x, place.y + 2, lines, now.problem === '' ? 'quiet' : 'attack')
  }
  const drafts = store.drafts().filter((draft) => draft.checklist === checklist.id)
  const offers = offered(now, drafts, deeds)
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      {now.at === 'path' ? (
        <PathField typed={now.typed} place={place} active={active} onRead={deeds.read} onNames={setNames} />
      ) : null}
      <Menu
        key={now.at}
        choices={offers.map(({ choice }) => choice)}
        place={place}
        active={active}
        onPick={(id) => offers[Number(id)]?.deed()}
      />
    </>
  )
}

/** The way into a checklist: a file, an unfinished one, or a switch out of the box. */
export function CheckBegin({ begin }: BeginProps) {
  const [checklist] = CHECKLISTS
  return checklist ? <Begin begin={begin} checklist={checklist} /> : null
}
