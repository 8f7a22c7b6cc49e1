import { useState } from 'react'
import { patch } from '../../../config/index.ts'
import { aloneNetwork } from '../../../config/ios/console/index.ts'
import { plainText } from '../../../content/prose.ts'
import type { ItemStanding, Standing } from '../../../flow/checklist/standing.ts'
import type { ChecklistAction, ChecklistState } from '../../../flow/checklist.ts'
import type { CheckSource } from '../../../progress/check-source.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { offWords } from '../../../words/keys.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import type { Role } from '../../canvas/role.ts'
import type { Bindings } from '../../keys/key-table.ts'
import { type Choice, Menu } from '../../parts/menu.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { useTyping } from '../use-typing.ts'
import { type ItemDeed, itemDeeds } from './item-menu.ts'
import { itemsLayout } from './items-layout.ts'
import { attackable, drawChanges, drawItem, drawVerdicts, itemMark, settled } from './panes.ts'

type ItemsProps = {
  readonly source: CheckSource
  readonly state: ChecklistState
  readonly now: Standing
  readonly before: Standing
  /** Whether the file has changed since the draft was made. */
  readonly isStale: boolean
  readonly act: (action: ChecklistAction) => void
}

/** Keys of the checklist, beside those of its menus. */
function useItemKeys({ source, state, now, before, act }: ItemsProps, edit: () => void): Bindings {
  const { open } = useNavigation()
  const { work } = source
  const hasEdits = state.edits.length > 0
  const onChange = (services: ChecklistState['services']) => act({ do: 'services', services })
  const onBack = (edits: number) => act({ do: 'back-to', edits })
  return {
    type: edit,
    watch: () => open({ at: 'verdicts', now: now.verdict, before: before.verdict }),
    undo: hasEdits ? () => act({ do: 'undo' }) : { off: offWords.nothingTyped },
    save:
      now.patch.commands.length > 0
        ? () => open({ at: 'save', source, after: now.after, patch: now.patch })
        : { off: offWords.nothingChanged },
    services: () => open({ at: 'services', reading: now.after, known: state.services, onChange }),
    history: hasEdits ? () => open({ at: 'history', work, state, onBack }) : { off: offWords.nothingTyped },
    purposes: () => act({ do: 'to-purposes' }),
  }
}

function itemChoice(standing: ItemStanding, index: number): Choice {
  const { id, says } = standing.item
  return { id: `${index}`, label: `${itemMark(standing)} ${id} ${plainText(says)}` }
}

/** What has to be said before anything else: a line that was refused, or a file that is not what it was. */
function noteOf({ state, isStale }: ItemsProps): { text: string; role: Role } | null {
  if (state.refused)
    return { text: checkWords.refused(state.refused.line, state.refused.answer.text), role: 'attack' }
  return isStale ? { text: checkWords.changed, role: 'caution' } : null
}

/** Draws a note on the first rows of a place; gives what is left below it. */
function belowNote(canvas: Canvas, place: Rect, note: { text: string; role: Role } | null): Rect {
  if (!note) return place
  const lines = wrap(note.text, place.width).slice(0, 2)
  canvas.lines(place.x, place.y, lines, note.role, place.width)
  return { ...place, y: place.y + lines.length, height: place.height - lines.length }
}

/** The checklist itself: items, what has been changed, and beside both what every attack comes to now. */
export function Items(props: ItemsProps) {
  const { source, state, now, before, act } = props
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const [deciding, setDeciding] = useState(false)
  const take = (lines: readonly string[]) => act({ do: 'edit', lines })
  const edit = useTyping(
    () => ({ network: aloneNetwork(now.after), device: now.after.name, reading: now.after }),
    { left: (reading) => take(patch(now.after, reading).commands.map(({ line }) => line)), typed: take },
  )
  const keys = useItemKeys(props, edit)
  const bindings = useKeys(deciding ? { ...keys, leave: () => setDeciding(false) } : keys, 'menu')
  const item = now.items[state.item]
  const deeds = item ? itemDeeds(item) : []
  const title = `${source.work.checklist.title}: ${source.work.before.name}`
  const right = checkWords.items(settled(now), now.items.length)
  const room = drawScreen(canvas, { title, right, keys: bindings })
  const lines = attackable(now.verdict, before.verdict).length + now.verdict.services.length
  const layout = itemsLayout(room, lines, now.patch.commands.length > 0)
  const list = canvas.frame(layout.list, { title: checkWords.list })
  if (layout.changes) drawChanges(canvas, layout.changes, now)
  drawVerdicts(canvas, layout.verdicts, now.verdict, before.verdict)
  const below = belowNote(canvas, layout.below, noteOf(props))
  if (item && !deciding) drawItem(canvas, below, item)
  else if (item)
    canvas.text(below.x, below.y, `${item.item.id}  ${plainText(item.item.says)}`, 'title', below.width)
  const run = (deed: ItemDeed) => {
    setDeciding(false)
    if (deed.do === 'type') edit()
    else if (deed.do !== 'close') act(deed)
  }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        key="items"
        choices={now.items.map(itemChoice)}
        place={list}
        active={active && !deciding}
        from={`${state.item}`}
        onMove={(id) => act({ do: 'goto', item: Number(id) })}
        onPick={(id) => {
          // A digit picks a line that the mark has not moved to.
          act({ do: 'goto', item: Number(id) })
          setDeciding(true)
        }}
      />
      {deciding && item ? (
        <Menu
          key={`deeds-${item.item.id}`}
          choices={deeds.map(({ choice }) => choice)}
          place={{ ...below, y: below.y + 1, height: below.height - 1 }}
          active={active}
          onPick={(id) => {
            const found = deeds.find(({ choice }) => choice.id === id)
            if (found) run(found.deed)
          }}
        />
      ) : null}
    </>
  )
}
