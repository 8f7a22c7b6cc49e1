import type { AttackId } from '../attacks/attack.ts'
import { shortPortName } from '../config/index.ts'
import { BadUse } from '../edge/bad-use.ts'
import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { writeOutput } from '../edge/write-output.ts'
import { filmOf } from '../flow/film.ts'
import { captureOf } from '../report/captures.ts'
import { attackTranscript } from '../report/transcript.ts'
import type { Target } from '../verdict/cells.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { judgeSite, MATRIX_ATTACKS, type Row } from '../verdict/matrix.ts'
import { checkWords } from '../words/check-screen.ts'
import { printable } from '../words/printable.ts'
import { readArguments } from './arguments.ts'
import { holdsNobody } from './attack/holds-nobody.ts'
import { siteAround } from './attack/site-around.ts'
import { oneOf } from './check/choices.ts'
import { TELLING, toldBy } from './check/told.ts'
import { faceFor } from './face.ts'

const OPTIONS = {
  attack: { type: 'string' },
  vlan: { type: 'string' },
  site: { type: 'string' },
  pcap: { type: 'string' },
  plain: { type: 'boolean' },
  ...TELLING,
} as const

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values']

/** Tells one attack on one port of the files that are named. */
export async function runAttack(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length < 2)
    throw new BadUse(
      'Name a file and one of its ports: vlan-dojo attack FILE PORT; of several devices also which: DEVICE:PORT.',
    )
  const { site, from } = await siteAround(positionals, values.site, toldBy(values), io)
  const row = judgeSite(site).rows.find(
    ({ device, ports }) => device === from.device && ports.includes(from.port),
  )
  if (!row || row.cells.length === 0) throw new BadUse(printable(holdsNobody(site, from, row)))
  const { attack, target } = chosen(row, values)
  const judgement = target.film(from.port)
  const { evidence } = judgement
  if (values.pcap !== undefined && evidence) {
    if ((await writeOutput(values.pcap, captureOf(evidence), io)) === 'exists')
      throw new BadUse(`${printable(values.pcap)} exists already and was left as it is; name a new file.`)
  }
  const read =
    values.plain || values.pcap !== undefined || positionals.includes('-') || faceFor(io) === 'plain'
  if (read || !evidence) io.stdout(attackTranscript(attack, target.vlan, from, judgement))
  else await show(attackTitle(attack, from.port, target), evidence, io)
  return target.verdict === 'blocked' ? EXIT.ok : EXIT.findings
}

/** The attack as a film on the full screen, until the person leaves it. */
async function show(title: string, { trace, proof }: Evidence, io: Io): Promise<void> {
  const { startTui } = await import('../tui/start.ts')
  await startTui(io, {}, { at: 'film', title, film: filmOf(trace, proof), before: null })
}

function attackTitle(attack: AttackId, port: string, { vlan, verdict }: Target): string {
  const what = checkWords.filmTitle(checkWords.attacks[attack], shortPortName(port), vlan)
  return `${what}  ${checkWords.verdict[verdict]}`
}

/** The attack and the VLAN that were asked for, else the gravest. */
function chosen(row: Row, { attack, vlan }: Values): { attack: AttackId; target: Target } {
  const wanted = attack === undefined ? undefined : oneOf(MATRIX_ATTACKS, '--attack', attack)
  const cells = row.cells.filter((cell) => wanted === undefined || cell.attack === wanted)
  const order = ['works', 'depends', 'unsure', 'blocked']
  const found = cells
    .flatMap((cell) => cell.targets.map((target) => ({ attack: cell.attack, target })))
    .filter(({ target }) => vlan === undefined || target.vlan === Number(vlan))
    .sort((a, b) => order.indexOf(a.target.verdict) - order.indexOf(b.target.verdict))[0]
  if (found) return found
  const vlans = [...new Set(row.cells.flatMap(({ targets }) => targets.map((each) => each.vlan)))]
  throw new BadUse(
    vlans.length === 0
      ? 'No other VLAN is known on this switch, so there is nowhere to go from this port.'
      : `Choose one of the VLANs that somebody would miss: ${vlans.join(', ')}.`,
  )
}
