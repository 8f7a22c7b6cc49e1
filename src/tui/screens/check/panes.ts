import type { AttackId } from '../../../attacks/attack.ts'
import { portList } from '../../../config/index.ts'
import { plainText } from '../../../content/prose.ts'
import type { ItemStanding, ItemState, Standing } from '../../../flow/checklist/standing.ts'
import type { VerdictWord } from '../../../verdict/judgement.ts'
import type { Row, SiteVerdict } from '../../../verdict/matrix.ts'
import { MATRIX_ATTACKS } from '../../../verdict/matrix.ts'
import type { ServiceVerdict } from '../../../verdict/services.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { serviceWords } from '../../../words/services.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import type { Role } from '../../canvas/role.ts'
import { drawLabelled, type Labelled } from '../lesson/labelled.ts'

const MARKS: Readonly<Record<ItemState, string>> = {
  holds: '✓',
  open: '✗',
  yours: '·',
  done: '✓',
  accepted: '!',
}

const VERDICT_ROLES: Readonly<Record<VerdictWord, Role>> = {
  works: 'attack',
  blocked: 'holds',
  depends: 'caution',
  unsure: 'caution',
}

/** How an item stands, as the first cell of its line in the list. */
export function itemMark({ state }: ItemStanding): string {
  return MARKS[state]
}

/** How many items are settled, whoever settled them. */
export function settled({ items }: Standing): number {
  return items.filter(({ state }) => state !== 'open' && state !== 'yours').length
}

/** What the commands so far change: lines that go behind a minus, lines that come behind a plus, port by port. */
export function drawChanges(canvas: Canvas, rect: Rect, { patch }: Standing): void {
  const inner = canvas.frame(rect, { title: checkWords.config })
  if (patch.commands.length === 0) {
    canvas.text(inner.x + 1, inner.y, checkWords.unchanged, 'quiet', inner.width - 2)
    return
  }
  const own = patch.commands.some(({ ports }) => ports.length === 0) ? [null] : []
  const places = [...own, ...new Set(patch.commands.flatMap(({ ports }) => ports))]
  const rows: { text: string; role: Role }[] = places.flatMap((port) => {
    const of = (all: typeof patch.commands) =>
      all.filter(({ ports, line }) =>
        port === null ? ports.length === 0 : ports.includes(port) && !/^interface /.test(line),
      )
    return [
      ...(port === null ? [] : [{ text: `  interface ${port}`, role: 'plain' as const }]),
      ...of(patch.rollback)
        .filter(({ line }) => !/^\s*no /.test(line))
        .map(({ line }) => ({ text: `- ${line}`, role: 'quiet' as const })),
      ...of(patch.commands).map(({ line }) => ({ text: `+ ${line}`, role: 'strong' as const })),
    ]
  })
  rows.slice(-inner.height).forEach(({ text, role }, row) => {
    canvas.text(inner.x + 1, inner.y + row, text, role, inner.width - 2)
  })
}

const GRAVITY: readonly VerdictWord[] = ['works', 'depends', 'unsure', 'blocked']

function gravity({ cells }: Row): number {
  return Math.min(...cells.map(({ verdict }) => GRAVITY.indexOf(verdict)))
}

function hasChanged(row: Row, before: SiteVerdict): boolean {
  const was = verdictBefore(row, before)
  return was !== undefined && row.cells.some(({ verdict }, i) => was.cells[i]?.verdict !== verdict)
}

/** The rows of ports that can hold an attacker: first what the changes turned, then the gravest. */
export function attackable({ rows }: SiteVerdict, before: SiteVerdict): Row[] {
  const weight = (row: Row) => gravity(row) - (hasChanged(row, before) ? GRAVITY.length : 0)
  return rows.filter(({ cells }) => cells.length > 0).sort((a, b) => weight(a) - weight(b))
}

function verdictBefore(row: Row, before: SiteVerdict): Row | undefined {
  return before.rows.find(({ device, ports }) => device === row.device && ports.includes(row.ports[0] ?? ''))
}

/** Cells an attack's column takes where there is room. */
const COLUMN = 16
const PORTS = 20

/** A line of the pane of verdicts: what is judged, and a verdict in the column of each attack, or one in the first. */
type VerdictLine = {
  readonly label: string
  readonly cells: readonly { text: string; role: Role; under: AttackId | null }[]
}

function attackLine(row: Row, before: SiteVerdict): VerdictLine {
  const cells = row.cells.map(({ verdict, attack }) => {
    const was = verdictBefore(row, before)?.cells.find((cell) => cell.attack === attack)?.verdict
    const isNew = was !== undefined && was !== verdict
    const text = `${checkWords.verdict[verdict]}${isNew ? ` ${checkWords.changedNow}` : ''}`
    return { text, role: VERDICT_ROLES[verdict], under: attack }
  })
  return { label: portList(row.ports), cells }
}

/** The cost lane: a service that has to keep working, and whether it does. */
function serviceLine({ service, works }: ServiceVerdict, before: SiteVerdict): VerdictLine {
  const was = before.services.find((each) => each.service.name === service.name)?.works
  const text = works ? serviceWords.works : serviceWords.down
  const isNew = was !== undefined && was !== works
  return {
    label: checkWords.service(service.name, service.vlan),
    cells: [
      {
        text: isNew ? `${text} ${checkWords.changedNow}` : text,
        role: works ? 'holds' : 'attack',
        under: null,
      },
    ],
  }
}

/** Every service and every group of ports against every attack, as simulated on the configuration with the changes in it. */
export function drawVerdicts(canvas: Canvas, rect: Rect, now: SiteVerdict, before: SiteVerdict): void {
  const inner = canvas.frame(rect, { title: checkWords.verdicts })
  const { x, y, width } = { ...inner, x: inner.x + 1, width: inner.width - 2 }
  const rows = attackable(now, before)
  const attacks = MATRIX_ATTACKS.filter((attack) =>
    rows.some(({ cells }) => cells.some((cell) => cell.attack === attack)),
  )
  const wide = Math.min(COLUMN, Math.floor((width - PORTS) / Math.max(1, attacks.length)))
  const columnOf = (attack: AttackId | null) => x + PORTS + (attack ? attacks.indexOf(attack) * wide : 0)
  for (const attack of attacks) canvas.text(columnOf(attack), y, checkWords.attacks[attack], 'quiet', wide)
  const lines = [
    ...now.services.map((each) => serviceLine(each, before)),
    ...rows.map((row) => attackLine(row, before)),
  ]
  if (lines.length === 0) canvas.text(x, y + 1, checkWords.noAttacks, 'quiet', width)
  const room = inner.height - 1
  const shown = lines.length > room ? room - 1 : lines.length
  lines.slice(0, shown).forEach(({ label, cells }, i) => {
    canvas.text(x, y + 1 + i, label, 'plain', PORTS - 1)
    for (const { text, role, under } of cells) canvas.text(columnOf(under), y + 1 + i, text, role, wide - 1)
  })
  if (lines.length > shown)
    canvas.text(x, y + 1 + shown, checkWords.moreRows(lines.length - shown), 'quiet', width)
}

/** Why an item is there and what it costs; what was found stands first, and what its cure would cut. */
export function drawItem(canvas: Canvas, rect: Rect, { item, findings, cuts }: ItemStanding): void {
  const head = wrap(`${item.id}  ${plainText(item.says)}`, rect.width).slice(0, 2)
  const [first] = findings
  const texts: Labelled[] = [
    ...(first ? [{ label: checkWords.finding, text: first.message, role: 'strong' } as const] : []),
    ...(cuts.length > 0
      ? [{ label: checkWords.fixCuts, text: cuts.join(', '), role: 'caution' } as const]
      : []),
    { label: checkWords.why, text: plainText(item.why) },
    { label: checkWords.cost, text: plainText(item.cost) },
  ]
  canvas.lines(rect.x, rect.y, head, 'title')
  drawLabelled(canvas, { ...rect, y: rect.y + head.length, height: rect.height - head.length }, texts)
}
