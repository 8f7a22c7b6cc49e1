import {
  type ConsoleInput,
  type ConsoleState,
  openConsole,
  plainLine,
  prompt,
  type ScreenLine,
  steps,
} from '../../../../src/config/ios/console/index.ts'
import { build, type Lab } from '../show/lab.ts'

/** A switch at a desk with a host that spoofs a trunk after a minute, and another switch behind Gi0/24. */
export const OFFICE: Lab = {
  switches: {
    SW1: `hostname SW1
switch 1 provision ws-c2960x-24ts-l
vtp mode transparent
vlan 10
 name USERS
interface GigabitEthernet0/1
 switchport access vlan 10
interface GigabitEthernet0/2
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/3
interface GigabitEthernet0/24
 switchport mode trunk
`,
    SW2: `hostname SW2
switch 1 provision ws-c2960x-24ts-l
interface GigabitEthernet0/24
 switchport mode dynamic desirable
`,
  },
  stations: {
    EVIL: { kind: 'spoofer', mac: '02:00:00:00:00:66', domain: '', startsAt: 60_000, repeats: 'for-ever' },
    PC: { kind: 'host', mac: '02:00:00:00:00:10' },
  },
  cables: [
    'EVIL - SW1 GigabitEthernet0/1',
    'PC - SW1 GigabitEthernet0/2',
    'SW1 GigabitEthernet0/24 - SW2 GigabitEthernet0/24',
  ],
}

/** A console at a switch of a lab. */
export function at(lab: Lab, device: string): ConsoleState {
  const { network, readings } = build(lab)
  const reading = readings[device]
  if (!reading) throw new Error(`no switch ${device}`)
  return openConsole({ network, device, reading })
}

/** What stands on the screen after lines were typed, and the prompt that waits. */
export function transcript(state: ConsoleState, lines: readonly string[]): string {
  const done = typed(state, lines)
  return `${[...done.lines.map(plainLine), prompt(done.state)].join('\n')}\n`
}

/** Lines typed at a console. */
export function typed(
  state: ConsoleState,
  lines: readonly string[],
): { state: ConsoleState; lines: readonly ScreenLine[] } {
  return steps(
    state,
    lines.map((line): ConsoleInput => ({ line })),
  )
}

/** What one line brings to the screen, its echo left out. */
export function answer(state: ConsoleState, line: string): string[] {
  return typed(state, [line]).lines.slice(1).map(plainLine)
}
