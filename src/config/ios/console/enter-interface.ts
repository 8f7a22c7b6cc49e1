import { canSwitch, numbersOf, type PortName } from '../../port-name.ts'
import { readPortRange } from '../../port-range.ts'
import { vlanOfInterface } from '../../vlan-interface-line.ts'
import type { Outcome } from './exec.ts'
import { caret } from './mistake.ts'
import type { Mode } from './mode.ts'
import { nameInConfig } from './port-words.ts'
import { say } from './screen.ts'
import { configure, type World } from './world.ts'

/** An `interface` line: the names it has, and where it stands. */
export type InterfaceLine = {
  readonly line: string
  readonly width: number
  readonly names: string
  /** With the word `range`. */
  readonly range: boolean
}

const NO_SUB_INTERFACES = 'A sub-interface belongs to a routed port, of which this console simulates nothing.'
const NO_OTHER_INTERFACES =
  'A real switch may have such interfaces; this console has switch ports, port-channels and VLAN interfaces.'

/** Goes under a port, several ports, or a VLAN interface. */
export function enterInterface(
  world: World,
  mode: Mode,
  { line, width, names, range }: InterfaceLine,
): Outcome {
  const wrong = (text: string): Outcome => ({
    world,
    mode,
    lines: [...caret(width, line.trimEnd().length - names.trimEnd().length), ...say('ours', text)],
  })
  const named = readPortRange(names.trim())
  const [first] = named ?? []
  if (!named || !first) return wrong(`There is no interface "${names.trim()}".`)
  if (named.length > 1 && !range) return wrong('Several ports need "interface range".')
  if (named.some(({ sub }) => sub !== null)) return wrong(NO_SUB_INTERFACES)
  if (first.kind === 'Vlan') return enterVlanInterface(world, first, wrong)
  if (!named.every(canSwitch)) return wrong(NO_OTHER_INTERFACES)
  return enterPorts(world, named, range, wrong)
}

function enterVlanInterface(world: World, name: PortName, wrong: (text: string) => Outcome): Outcome {
  const vlan = vlanOfInterface(name)
  if (vlan === null) return wrong(`There is no VLAN ${numbersOf(name)}.`)
  const { world: changed, lines } = configure(world, [`interface Vlan${vlan}`])
  return { world: changed, mode: { name: 'vlan-interface', vlan }, lines }
}

function enterPorts(
  world: World,
  named: readonly PortName[],
  range: boolean,
  wrong: (text: string) => Outcome,
): Outcome {
  let entered = world
  const ports: string[] = []
  for (const { key, kind, written } of named) {
    const known = nameInConfig(entered.reading, key)
    if (known) {
      ports.push(known)
      continue
    }
    if (kind !== 'Port-channel') return wrong(`This switch has no port ${written}.`)
    entered = configure(entered, [`interface ${key}`]).world
    ports.push(nameInConfig(entered.reading, key) ?? key)
  }
  return { world: entered, mode: { name: 'port', ports: [...new Set(ports)], range }, lines: [] }
}
