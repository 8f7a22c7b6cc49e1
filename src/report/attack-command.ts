import { shortPortName } from '../config/port-name.ts'
import { shellQuoted } from '../config/shell-line.ts'
import type { Endpoint } from '../net/network.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { printable } from '../words/printable.ts'
import type { CheckedDevice, CheckedFile, ReportStyle } from './checked.ts'

/** Paths beyond these make a command that nobody types. */
const MOST_PATHS = 20

/**
 * The command that shows the witness of a finding in this file, as a person types it: `vlan-dojo attack sw1.cfg Fa0/5 --attack
 * switch-spoofing --vlan 20`. Null without a witness, and where the text came from standard input, or a name cannot be typed.
 */
export function attackCommand(
  { path, devices }: Pick<CheckedFile, 'path' | 'devices'>,
  finding: Finding,
  { again }: Pick<ReportStyle, 'again'>,
): string | null {
  const { evidence } = finding.judgement
  const paths = again.paths ?? [path]
  if (!evidence?.reached || paths.includes('-') || paths.length > MOST_PATHS) return null
  const isAlone = again.paths === null && devices.length === 1
  const words = [
    ...paths.map(asPath),
    portWord(evidence, isAlone),
    ...['--attack', evidence.attack, '--vlan', `${evidence.vlan}`],
    ...(evidence.over && goesTwoWays(evidence, devices)
      ? ['--over', portCalled(evidence.over, isAlone)]
      : []),
    ...again.options,
  ]
  const command = `vlan-dojo attack ${words.map(shellQuoted).join(' ')}`
  return command === printable(command) ? command : null
}

/** The port that the attacker is on; a guest is in a port group of its host. */
function portWord({ from, guestOf }: Evidence, isAlone: boolean): string {
  return guestOf ? `${guestOf.host}:${guestOf.portGroup}` : portCalled(from, isAlone)
}

function portCalled({ device, port }: Endpoint, isAlone: boolean): string {
  const name = shortPortName(port)
  return isAlone ? name : `${device}:${name}`
}

/** Whether another finding tells of the same attack from the same port over another way, which may come out otherwise. */
function goesTwoWays({ attack, from, vlan, over }: Evidence, devices: readonly CheckedDevice[]): boolean {
  return devices.some(({ findings }) =>
    findings.some(({ judgement: { evidence: other } }) => {
      if (!other?.over || other.attack !== attack || other.vlan !== vlan) return false
      return isSame(other.from, from) && over !== undefined && !isSame(other.over, over)
    }),
  )
}

function isSame(a: Endpoint, b: Endpoint): boolean {
  return a.device === b.device && a.port === b.port
}

/** A path that does not pass for an option. */
function asPath(path: string): string {
  return path.startsWith('-') ? `./${path}` : path
}
