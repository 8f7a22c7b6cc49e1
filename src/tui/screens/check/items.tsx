import { useState } from 'react'
import { plainText } from '../../../content/prose.ts'
import type { Standing } from '../../../flow/checklist/standing.ts'
import type { ChecklistAction, ChecklistState } from '../../../flow/checklist.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { offWords } from '../../../words/keys.ts'
import { clip, wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import type { Bindings } from '../../keys/key-table.ts'
import { Menu } from '../../parts/menu.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { currentInterface } from '../lesson/task-lines.ts'
import { type ItemDeed, itemDeeds } from './item-menu.ts'
import { attackable, drawChanges, drawItem, drawVerdicts, itemMark, settled } from './panes.ts'
import type { CheckSource } from './source.ts'

type ItemsProps = {
  readonly source: CheckSource
  readonly state: ChecklistState
  readonly now: Standing
  readonly before: Standing
  readonly act: (action: ChecklistAction) => void
}

/** What the lower part of the screen is used for. */
type Doing = 'list' | 'deeds' | 'typing'

const LEAST_LOWER = 8
const LEAST_LIST = 7

/** The checklist itself: items, what has been changed, and beside both what every attack comes to now. */
export function Items({ source, state, now, before, act }: ItemsProps) {
  const { look, canvas } = useCanvas()
  const { active, open } = useNavigation()
  const [doing, setDoing] = useState<Doing>('list')
  const [typed, setTyped] = useState<readonly string[]>([])
  const device = source.work.before.name
  const item = now.items[state.item]
  const changed = now.patch.commands.length > 0
  const save = (): void => open({ at: 'save', source, after: now.after, patch: now.patch })
  const keys: Bindings = {
    type: () => setDoing('typing'),
    undo: state.edits.length > 0 ? () => act({ do: 'undo' }) : { off: offWords.nothingTyped },
    watch: () => open({ at: 'verdicts', now: now.verdict, before: before.verdict }),
    save: changed ? save : { off: offWords.nothingChanged },
    purposes: () => act({ do: 'to-purposes' }),
    ...(doing === 'list' ? {} : { leave: () => stopTyping() }),
  }
  const bindings = useKeys(keys, doing === 'typing' ? 'field' : 'menu')
  const title = `${source.work.checklist.title}: ${device}`
  const room = drawScreen(canvas, {
    title,
    right: checkWords.items(settled(now), now.items.length),
    keys: bindings,
  })
  const rows = attackable(now.verdict, before.verdict).length
  const lower = Math.max(LEAST_LOWER, Math.floor(room.height / 4))
  const middle = Math.min(rows + 3, Math.max(5, room.height - lower - LEAST_LIST))
  const upper = room.height - lower - middle
  const left = Math.floor(room.width / 2)
  const list = canvas.frame({ ...room, height: upper, width: left }, { title: source.work.checklist.id })
  drawChanges(canvas, { ...room, x: room.x + left, width: room.width - left, height: upper }, now)
  drawVerdicts(canvas, { ...room, y: room.y + upper, height: middle }, now.verdict, before.verdict)
  const below = { x: room.x + 1, y: room.y + upper + middle, width: room.width - 2, height: lower }
  if (doing === 'list' && item) drawItem(canvas, below, item)
  if (doing === 'list' && state.refused) {
    const says = checkWords.refused(state.refused.line, state.refused.answer.text)
    canvas.fill({ ...below, y: below.y + below.height - 1, height: 1 })
    canvas.text(below.x, below.y + below.height - 1, says, 'attack', below.width)
  }
  if (doing === 'deeds' && item)
    canvas.text(below.x, below.y, `${item.item.id}  ${plainText(item.item.says)}`, 'title', below.width)
  if (doing === 'typing') drawTyped()
  const deeds = item ? itemDeeds(item) : []

  function drawTyped(): void {
    canvas.lines(below.x, below.y, wrap(checkWords.typing, below.width), 'quiet')
    canvas.lines(below.x, below.y + 2, typed.slice(-(below.height - 4)), 'strong', below.width)
  }

  function stopTyping(): void {
    setTyped([])
    setDoing('list')
  }

  function run(deed: ItemDeed): void {
    if (deed.do === 'type') return setDoing('typing')
    setDoing('list')
    if (deed.do !== 'close') act(deed)
  }

  function enter(line: string): void {
    if (line.trim() !== '') return setTyped([...typed, line.trim()])
    act({ do: 'edit', lines: typed })
    stopTyping()
  }

  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        key="items"
        choices={now.items.map((standing, i) => ({
          id: `${i}`,
          label: `${itemMark(standing)} ${standing.item.id} ${clip(plainText(standing.item.says), list.width - 8)}`,
        }))}
        place={{ ...list, x: list.x, y: list.y }}
        active={active && doing === 'list'}
        from={`${state.item}`}
        onMove={(id) => act({ do: 'goto', item: Number(id) })}
        onPick={(id) => {
          // A digit picks a line that the mark has not moved to.
          act({ do: 'goto', item: Number(id) })
          setDoing('deeds')
        }}
      />
      {doing === 'deeds' && item ? (
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
      {doing === 'typing' ? (
        <TextField
          prompt={checkWords.prompt(device, currentInterface(typed.join('\n')))}
          place={{ ...below, y: below.y + below.height - 1 }}
          active={active}
          onEnter={enter}
        />
      ) : null}
    </>
  )
}
