import { type FoundCommand, portEffect } from '../../command-tree.ts'
import { DO, END, INTERFACE, INTERFACE_RANGE, LEAVE } from './config-trees.ts'
import type { Mode } from './mode.ts'

/** Why a line cannot be taken back at this console, as a sentence; null where it can. */
export function whyNoUndo(match: FoundCommand, mode: Mode): string | null {
  const { command, undo } = match
  if ([INTERFACE, INTERFACE_RANGE].includes(command.syntax)) {
    return 'A real switch takes away a port-channel or a VLAN interface with this; this console does not. "default interface" takes a port back to its defaults.'
  }
  if ([LEAVE, END, DO].includes(command.syntax)) return 'There is nothing to take back.'
  if (command.syntax === 'vlan <vlans>' && undo === 'default') {
    return "A real switch takes a VLAN's settings back with this; this console does not."
  }
  if (mode.name === 'vlan-interface') return null
  const effects = { port: portEffect(match), vlan: command.noVlans, global: command.noDevice }
  const effect = mode.name === 'port' || mode.name === 'vlan' ? effects[mode.name] : effects.global
  const isSimulated = command.state === undefined || command.state === 'modelled'
  return isSimulated && !effect ? 'This console cannot take this back: give it another value.' : null
}
