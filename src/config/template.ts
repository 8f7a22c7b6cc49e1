import type { SourceId } from '../net/settings.ts'
import { type FoundCommand, portEffect } from './command-tree.ts'
import { isOwn, type PortDefaults, type PortDraft } from './port-draft.ts'

/**
 * Does to a port what a line of its template says, where no line of its own says otherwise: a port's own lines win, wherever they
 * stand.
 */
export function applyTemplate(port: PortDraft, match: FoundCommand, by: readonly SourceId[]): void {
  const effect = portEffect(match)
  if (!effect) return
  const names = Object.keys(port.defaults) as (keyof PortDefaults)[]
  const own = names.filter((name) => isOwn(port, name)).map((name) => [name, port.settings[name]] as const)
  effect(port, match.args as never, by)
  Object.assign(port.settings, Object.fromEntries(own))
}
