import { useMemo, useState } from 'react'
import type { AttackId } from '../../../attacks/attack.ts'
import { portList } from '../../../config/index.ts'
import { type Film, filmOf } from '../../../flow/film.ts'
import type { Target } from '../../../verdict/cells.ts'
import type { Judgement, VerdictWord } from '../../../verdict/judgement.ts'
import type { Row, SiteVerdict } from '../../../verdict/matrix.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { Painting } from '../../canvas/painting.tsx'
import { Menu } from '../../parts/menu.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'

type Entry = { readonly row: Row; readonly attack: AttackId; readonly target: Target }

const ORDER: readonly VerdictWord[] = ['works', 'depends', 'unsure', 'blocked']

function entriesOf({ rows }: SiteVerdict): Entry[] {
  const all = rows.flatMap((row) =>
    row.cells.flatMap(({ attack, targets }) => targets.map((target) => ({ row, attack, target }))),
  )
  return all.sort(
    (a, b) =>
      ORDER.indexOf(a.target.verdict) - ORDER.indexOf(b.target.verdict) || a.target.vlan - b.target.vlan,
  )
}

/** The same attack from the same port before anything was changed. */
function sameBefore({ rows }: SiteVerdict, { row, attack, target }: Entry): Target | undefined {
  const was = rows.find(({ device, ports }) => device === row.device && ports.includes(row.ports[0] ?? ''))
  return was?.cells.find((cell) => cell.attack === attack)?.targets.find(({ vlan }) => vlan === target.vlan)
}

function filmIn({ evidence }: Judgement): Film | null {
  return evidence && filmOf(evidence.trace, evidence.proof)
}

/** Every verdict as a line; each can be watched on the person's own ports, beside the run before the changes. */
export function Verdicts({ now, before }: { readonly now: SiteVerdict; readonly before: SiteVerdict }) {
  const { look, canvas } = useCanvas()
  const { active, open } = useNavigation()
  const [note, setNote] = useState('')
  const entries = useMemo(() => entriesOf(now), [now])
  const keys = useKeys({}, 'menu')
  const room = drawScreen(canvas, { title: checkWords.watchTitle, keys })
  canvas.text(room.x + 1, room.y + 1, note === '' ? checkWords.watchHelp : note, 'plain', room.width - 2)
  const watch = (entry: Entry) => {
    const film = filmIn(entry.target.film())
    if (!film) return setNote(checkWords.noFilm)
    const was = sameBefore(before, entry)
    const earlier = was && was.verdict !== entry.target.verdict ? filmIn(was.film()) : null
    const title = checkWords.filmTitle(
      checkWords.attacks[entry.attack],
      portList(entry.row.ports.slice(0, 1)),
      entry.target.vlan,
    )
    open({ at: 'film', title, film, before: earlier })
  }
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: room.height - 4 }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        choices={entries.map(({ row, attack, target }, i) => ({
          id: `${i}`,
          label: checkWords.target(
            portList(row.ports),
            checkWords.attacks[attack],
            target.vlan,
            checkWords.verdict[target.verdict],
          ),
        }))}
        place={place}
        active={active}
        onPick={(id) => {
          const entry = entries[Number(id)]
          if (entry) watch(entry)
        }}
      />
    </>
  )
}
