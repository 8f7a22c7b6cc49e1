import { useMemo, useState } from 'react'
import { portList } from '../../../config/index.ts'
import { type Aim, witnessOf } from '../../../flow/checklist/witness.ts'
import type { VerdictWord } from '../../../verdict/judgement.ts'
import type { SiteVerdict } from '../../../verdict/matrix.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { Painting } from '../../canvas/painting.tsx'
import { Menu } from '../../parts/menu.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'

const ORDER: readonly VerdictWord[] = ['works', 'depends', 'unsure', 'blocked']

function entriesOf({ rows }: SiteVerdict): Aim[] {
  const all = rows.flatMap((row) =>
    row.cells.flatMap(({ attack, targets }) => targets.map((target) => ({ row, attack, target }))),
  )
  return all.sort(
    (a, b) =>
      ORDER.indexOf(a.target.verdict) - ORDER.indexOf(b.target.verdict) || a.target.vlan - b.target.vlan,
  )
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
  const watch = (entry: Aim) => {
    const witness = witnessOf(entry, before)
    if (!witness) return setNote(checkWords.noFilm)
    const title = checkWords.filmTitle(
      checkWords.attacks[entry.attack],
      portList(entry.row.ports.slice(0, 1)),
      entry.target.vlan,
    )
    open({ at: 'film', title, film: witness.film, before: witness.earlier })
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
