import type { Command } from './command.ts'

/** Whether a command is known and changes nothing that is simulated or noted. */
export function isQuiet({ state, port, device, vlans }: Command): boolean {
  return state === 'harmless' && !port && !device && !vlans
}
