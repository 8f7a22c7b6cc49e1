import { shortPortName } from '../config/port-name.ts'
import { shellQuoted } from '../config/shell-line.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { printable } from '../words/printable.ts'
import type { CheckedFile, ReportStyle } from './checked.ts'

/** Paths beyond these make a command that nobody types. */
const MOST_PATHS = 20

/**
 * The command that shows the witness of a finding in this file, as a person types it: `vlan-dojo attack sw1.cfg Fa0/5 --attack
 * switch-spoofing --vlan 20`. Null without a witness, and where the text came from standard input, or a name cannot be typed.
 */
export function attackCommand(
  { path, devices }: Pick<CheckedFile, 'path' | 'devices'>,
  { judgement: { evidence } }: Finding,
  { again }: Pick<ReportStyle, 'again'>,
): string | null {
  const paths = again.paths ?? [path]
  if (!evidence?.reached || paths.includes('-') || paths.length > MOST_PATHS) return null
  const isAlone = again.paths === null && devices.length === 1
  const words = [
    ...paths.map(asPath),
    portWord(evidence, isAlone),
    ...['--attack', evidence.attack, '--vlan', `${evidence.vlan}`],
    ...again.options,
  ]
  const command = `vlan-dojo attack ${words.map(shellQuoted).join(' ')}`
  return command === printable(command) ? command : null
}

/** The port that the attacker is on; a guest is in a port group of its host. */
function portWord({ from, guestOf }: Evidence, isAlone: boolean): string {
  if (guestOf) return `${guestOf.host}:${guestOf.portGroup}`
  const port = shortPortName(from.port)
  return isAlone ? port : `${from.device}:${port}`
}

/** A path that does not pass for an option. */
function asPath(path: string): string {
  return path.startsWith('-') ? `./${path}` : path
}
