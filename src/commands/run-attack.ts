import type { AttackId } from '../attacks/attack.ts'
import { ATTACKS } from '../attacks/index.ts'
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
import { checkWords } from '../words/check-screen.ts'
import { printable } from '../words/printable.ts'
import { readArguments } from './arguments.ts'
import { chooseAttack } from './attack/choose-attack.ts'
import { siteAround } from './attack/site-around.ts'
import { oneOf, vlanNamed } from './check/choices.ts'
import { TELLING, toldBy } from './check/told.ts'
import { faceFor } from './face.ts'

/** The options of `attack`, as its help has them. */
export const ATTACK_OPTIONS = {
  attack: { type: 'string' },
  vlan: { type: 'string' },
  over: { type: 'string' },
  site: { type: 'string' },
  pcap: { type: 'string' },
  plain: { type: 'boolean' },
  ...TELLING,
} as const

const ATTACK_IDS = Object.keys(ATTACKS) as AttackId[]

/** Tells one attack on one port of the files that are named. */
export async function runAttack(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, ATTACK_OPTIONS)
  if (positionals.length < 2)
    throw new BadUse(
      'Name a file and one of its ports: vlan-dojo attack FILE PORT; of several devices also which: DEVICE:PORT.',
    )
  const { site, from, portCalled } = await siteAround(positionals, values.site, toldBy(values), io)
  const { attack, target } = chooseAttack(site, from, {
    attack: values.attack === undefined ? undefined : oneOf(ATTACK_IDS, '--attack', values.attack),
    vlan: values.vlan === undefined ? undefined : vlanNamed(values.vlan),
    over: values.over === undefined ? undefined : portCalled(values.over),
  })
  const judgement = target.film(from)
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
