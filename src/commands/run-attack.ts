import { dirname, resolve } from 'node:path'
import type { AttackId } from '../attacks/attack.ts'
import { findPort, readConfig, shortPortName, UnreadableConfig } from '../config/index.ts'
import { BadUse } from '../edge/bad-use.ts'
import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { readInput } from '../edge/read-input.ts'
import { writeOutput } from '../edge/write-output.ts'
import { filmOf } from '../flow/film.ts'
import type { Endpoint } from '../net/network.ts'
import { captureOf } from '../report/captures.ts'
import { attackTranscript } from '../report/transcript.ts'
import type { Site } from '../rules/site.ts'
import type { Target } from '../verdict/cells.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { judgeSite, MATRIX_ATTACKS, type Row } from '../verdict/matrix.ts'
import { checkWords } from '../words/check-screen.ts'
import { printable } from '../words/printable.ts'
import { readArguments } from './arguments.ts'
import { assumptionsNamed, dialectNamed, oneOf, platformNamed, purposeNamed } from './check/choices.ts'
import { settingsFor } from './check/settings-file.ts'
import { type Description, siteOf } from './check/site-of.ts'
import { faceFor } from './face.ts'

const OPTIONS = {
  attack: { type: 'string' },
  vlan: { type: 'string' },
  pcap: { type: 'string' },
  plain: { type: 'boolean' },
  purpose: { type: 'string', multiple: true },
  platform: { type: 'string' },
  dialect: { type: 'string' },
  assume: { type: 'string', multiple: true },
} as const

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values']

/** Tells one attack on one port of a file. */
export async function runAttack(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const [path, port, more] = positionals
  if (path === undefined || port === undefined || more !== undefined)
    throw new BadUse('Name a file and one of its ports: vlan-dojo attack FILE PORT.')
  const { site, from } = await siteWith(path, port, values, io)
  const row = judgeSite(site).rows.find(
    ({ device, ports }) => device === from.device && ports.includes(from.port),
  )
  if (!row || row.cells.length === 0) {
    throw new BadUse(
      `${printable(from.port)} holds no attacker: it is shut, routed, a member of a bundle, or leads to a switch. --purpose ${printable(port)}=host says otherwise.`,
    )
  }
  const { attack, target } = chosen(row, values)
  const judgement = target.film()
  const { evidence } = judgement
  if (values.pcap !== undefined && evidence) {
    if ((await writeOutput(values.pcap, captureOf(evidence), io)) === 'exists')
      throw new BadUse(`${printable(values.pcap)} exists already and was left as it is; name a new file.`)
  }
  const read = values.plain || values.pcap !== undefined || path === '-' || faceFor(io) === 'plain'
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

/** The site that a port of the file is in, with what the settings file and the command line say about it. */
async function siteWith(
  path: string,
  port: string,
  values: Values,
  io: Io,
): Promise<{ site: Site; from: Endpoint }> {
  const { text } = await readInput(path, io)
  const settings = await settingsFor(path === '-' ? io.cwd : dirname(resolve(io.cwd, path)))
  const dialect = values.dialect === undefined ? settings.dialect : dialectNamed(values.dialect)
  const profile = values.platform === undefined ? settings.platform : platformNamed(values.platform)
  const told: Description = {
    purposes: [...settings.purposes, ...(values.purpose ?? []).map(purposeNamed)],
    assume: { ...settings.assume, ...assumptionsNamed(values.assume ?? []) },
    services: settings.services,
    links: [],
  }
  const { devices, hypervisors } = await readOrRefuse(text, { path, dialect, profile })
  for (const host of hypervisors) {
    if (!host.portGroups.some(({ name }) => name === port)) continue
    return { site: siteOf([], [host], told).site, from: { device: host.name, port } }
  }
  for (const reading of devices) {
    const found = findPort(reading, port)
    if (!found) continue
    return { site: siteOf([reading], [], told).site, from: { device: reading.name, port: found.name } }
  }
  throw new BadUse(`${printable(path)} has no port ${printable(port)}.`)
}

async function readOrRefuse(text: string, request: Parameters<typeof readConfig>[1]) {
  try {
    return readConfig(text, request)
  } catch (error) {
    if (error instanceof UnreadableConfig) throw new BadUse(printable(error.message))
    throw error
  }
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
