import { type Command, portCommand } from '../command.ts'
import { noteFlag, type PortDraft } from '../port-draft.ts'

function setEdge(port: PortDraft, on: boolean, by: readonly number[]): void {
  port.portFast = on
  noteFlag(port, by)
}

function setGuard(port: PortDraft, on: boolean | null, by: readonly number[]): void {
  port.bpduGuard = on
  noteFlag(port, by)
}

/**
 * Edge ports of spanning tree. `on` are the commands that make one, the written form first; `off` those that say it is none
 * (facts D3).
 */
export function edgeRows(on: readonly string[], off: readonly string[]): Command[] {
  return [
    ...on.map((syntax, index) =>
      portCommand(syntax, {
        help: 'Forward at once: this port leads to a host',
        port: (port, _args, by) => setEdge(port, true, by),
        noPort: (port, _args, by) => setEdge(port, false, by),
        ...(index === 0 ? { write: (_settings, _isDefault, port) => (port.portFast ? [syntax] : []) } : {}),
      }),
    ),
    ...off.map((syntax) =>
      portCommand(syntax, {
        help: 'This port is no edge port',
        port: (port, _args, by) => setEdge(port, false, by),
      }),
    ),
  ]
}

/** BPDU guard of one port. */
export const BPDU_GUARD: readonly Command[] = [
  portCommand('spanning-tree bpduguard enable', {
    help: 'Shut this port down when a BPDU comes in',
    port: (port, _args, by) => setGuard(port, true, by),
    noPort: (port, _args, by) => setGuard(port, null, by),
    undoLine: 'no spanning-tree bpduguard',
    write: (_settings, _isDefault, { ownBpduGuard }) =>
      ownBpduGuard === null ? [] : [`spanning-tree bpduguard ${ownBpduGuard ? 'enable' : 'disable'}`],
  }),
  portCommand('spanning-tree bpduguard disable', {
    help: 'Take BPDUs here, whatever the global default',
    port: (port, _args, by) => setGuard(port, false, by),
  }),
]
