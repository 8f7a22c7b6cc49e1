import { type Command, globalCommand, portCommand } from '../command.ts'
import { noteFlag, type PortDraft, resetPort } from '../port-draft.ts'

function setGuard(port: PortDraft, on: boolean | null, by: readonly number[]): void {
  port.bpduGuard = on
  noteFlag(port, by)
}

/** Commands that make a port an edge port: as an access port only, or as a trunk too. The first of each is how it is written. */
export type EdgeWords = {
  readonly edge: readonly string[]
  readonly trunk: readonly string[]
  /** Commands that say the port is none, whatever the global default. */
  readonly off: readonly string[]
}

/** Edge ports of spanning tree, in the words of a dialect (facts D3). */
export function edgeRows(words: EdgeWords): Command[] {
  return (['edge', 'trunk', 'off'] as const).flatMap((value) =>
    words[value].map((syntax, index) =>
      portCommand(syntax, {
        help: EDGE_HELP[value],
        port: (port, _args, by) => {
          port.settings.portFast = { value, from: by }
        },
        noPort: (port, _args, by) => resetPort(port, 'portFast', by),
        undoLine: `no ${words.edge[0]}`,
        ...(index === 0 && {
          write: (_settings, _isDefault, { ownPortFast }) => (ownPortFast === value ? [syntax] : []),
        }),
      }),
    ),
  )
}

/** The global lines that make every access port an edge port, but for those that a line of their own makes none. */
export function edgeByDefaultRows(...syntaxes: readonly string[]): Command[] {
  return syntaxes.map((syntax, index) =>
    globalCommand(syntax, {
      help: 'PortFast on every access port',
      device: (device, _args, by) => {
        device.edgePorts = { value: 'edge', from: by }
      },
      noDevice: (device) => {
        device.edgePorts = null
      },
      ...(index === 0 && { writeDevice: ({ edgePorts }) => (edgePorts ? [syntax] : []) }),
    }),
  )
}

const EDGE_HELP = {
  edge: 'Forward at once as an access port: this port leads to a host',
  trunk: 'Forward at once as a trunk too: this port leads to a hypervisor or a router',
  off: 'This port is no edge port',
} as const

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
    noPort: (port, _args, by) => setGuard(port, null, by),
  }),
]

/** The global line that guards every edge port against BPDUs, in the words of a dialect. */
export function guardEdgePortsRows(...syntaxes: readonly string[]): Command[] {
  return syntaxes.map((syntax, index) =>
    globalCommand(syntax, {
      help: 'Guard every edge port against BPDUs',
      device: (device, _args, by) => {
        device.guardEdgePorts = by
      },
      noDevice: (device) => {
        device.guardEdgePorts = null
      },
      ...(index === 0 && {
        writeDevice: ({ guardEdgePorts }) => (guardEdgePorts ? [syntax] : []),
        cutsDevice: (_from, { guardEdgePorts }) =>
          guardEdgePorts ? 'An edge port that a BPDU reaches goes down.' : null,
      }),
    }),
  )
}
