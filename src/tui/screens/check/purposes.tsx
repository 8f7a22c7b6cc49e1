import { portList } from '../../../config/index.ts'
import type { ChecklistAction, ChecklistState, ChecklistWork } from '../../../flow/checklist.ts'
import { PURPOSES } from '../../../rules/purpose.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { offWords } from '../../../words/keys.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import { Menu } from '../../parts/menu.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'

const UNASKED = 'unasked'
const SKIP = 'skip'

type PurposesProps = {
  readonly work: ChecklistWork
  readonly state: ChecklistState
  readonly act: (action: ChecklistAction) => void
}

/** What hangs on the ports, asked once for all that are set alike. A description suggests; it never decides. */
export function Purposes({ work, state, act }: PurposesProps) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const group = work.groups[state.group]
  const first = state.group === 0
  const keys = useKeys(
    {
      back: first ? { off: offWords.firstPorts } : () => act({ do: 'group', group: state.group - 1 }),
    },
    'menu',
  )
  const right = checkWords.purposes(state.group + 1, work.groups.length)
  const room = drawScreen(canvas, { title: `${work.checklist.title}: ${work.before.name}`, right, keys })
  if (!group) return <Painting canvas={canvas} palette={look.palette} />
  const width = room.width - 2
  const ports = wrap(portList(group.ports), width).slice(0, 3)
  canvas.text(room.x + 1, room.y + 1, checkWords.whatHangs(group.ports.length), 'strong', width)
  canvas.lines(room.x + 1, room.y + 3, ports, 'title', width)
  const notes = [
    ...(group.descriptions.length > 0
      ? [`${checkWords.described} ${group.descriptions.map((text) => `"${text}"`).join(', ')}`]
      : []),
    ...(group.suggestion ? [`${checkWords.suggests}: ${checkWords.purposeShort[group.suggestion]}`] : []),
    ...(group.ports.length > 1 ? [checkWords.equal] : []),
  ]
  const y = room.y + 3 + ports.length
  canvas.lines(room.x + 1, y, notes, 'quiet', width)
  const place = { x: room.x + 1, y: y + notes.length + 1, width, height: PURPOSES.length + 2 }
  const known = group.ports.map((port) => state.purposes[port]).find((purpose) => purpose !== undefined)
  const from = known ?? group.suggestion
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        key={state.group}
        choices={[
          ...PURPOSES.map((id) => ({ id: id as string, label: checkWords.purpose[id] })),
          { id: UNASKED, label: checkWords.unasked },
          { id: SKIP, label: checkWords.toItems },
        ]}
        place={place}
        active={active}
        {...(from ? { from } : {})}
        onPick={(id) => {
          const purpose = PURPOSES.find((each) => each === id) ?? null
          act(id === SKIP ? { do: 'to-items' } : { do: 'purpose', purpose })
        }}
      />
    </>
  )
}
