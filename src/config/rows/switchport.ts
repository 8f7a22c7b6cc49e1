import type { PortMode } from '../../net/settings.ts'
import { type Command, type PortEffect, portCommand, type Refusal } from '../command.ts'
import { type PortDraft, resetPort } from '../port-draft.ts'

/** What a change of a trunk's untagged VLAN does until both ends agree (facts C5, J5). */
export const UNTAGGED_MOVES =
  'Untagged traffic of this trunk moves; until both ends agree, spanning tree may block both VLANs.'

/** A comment on a port: it may suggest what the port is for, and changes nothing. */
export const DESCRIPTION = portCommand('description <text>', {
  help: 'A comment on this port',
  state: 'harmless',
  port: (port, [text]) => {
    port.description = text
  },
  noPort: (port) => {
    port.description = ''
  },
  write: (_settings, _isDefault, { description }) =>
    description === '' ? [] : [`description ${description}`],
})

/** Switch port or routed port. */
export const SWITCHPORT = portCommand('switchport', {
  help: 'Make this a switch port; "no switchport" makes it a routed port',
  port: (port, _args, by) => {
    port.settings.switching = { value: true, from: by }
  },
  noPort: (port, _args, by) => {
    port.settings.switching = { value: false, from: by }
  },
  cuts: () => 'The port stops bridging, or stops routing.',
  write: ({ switching }, isDefault) =>
    isDefault('switching') ? [] : [switching.value ? 'switchport' : 'no switchport'],
})

/** The access VLAN. */
export const ACCESS_VLAN = portCommand('switchport access vlan <vlan>', {
  help: 'VLAN of the untagged frames while the port is an access port',
  port: (port, [vlan], by) => {
    port.settings.accessVlan = { value: vlan, from: by }
  },
  noPort: (port, _args, by) => resetPort(port, 'accessVlan', by),
  cuts: (from) => (from.mode.value === 'trunk' ? null : 'What hangs on this port moves to another VLAN.'),
  write: ({ accessVlan }) => (accessVlan.value === 1 ? [] : [`switchport access vlan ${accessVlan.value}`]),
})

/** The native VLAN. */
export const NATIVE_VLAN = portCommand('switchport trunk native vlan <vlan>', {
  help: 'VLAN that this trunk sends and takes without a tag',
  port: (port, [vlan], by) => {
    port.settings.nativeVlan = { value: vlan, from: by }
  },
  noPort: (port, _args, by) => resetPort(port, 'nativeVlan', by),
  cuts: () => UNTAGGED_MOVES,
  write: ({ nativeVlan }) =>
    nativeVlan.value === 1 ? [] : [`switchport trunk native vlan ${nativeVlan.value}`],
})

/** A trunk that tags its native VLAN too (facts C4): `no` says that it does not, `default` leaves it to the global setting. */
export const NATIVE_TAG = portCommand('switchport trunk native vlan tag', {
  help: 'Tag the native VLAN on this trunk too',
  port: (port, _args, by) => {
    port.settings.tagNative = { value: true, from: by }
  },
  noPort: (port, _args, by) => {
    port.settings.tagNative = { value: false, from: by }
  },
  defaultPort: (port, _args, by) => resetPort(port, 'tagNative', by),
  undoLine: 'default switchport trunk native vlan tag',
  cuts: () => UNTAGGED_MOVES,
  write: ({ tagNative }) =>
    tagNative.value === 'inherit' ? [] : [`${tagNative.value ? '' : 'no '}switchport trunk native vlan tag`],
})

/** Administratively up or down. */
export const SHUTDOWN = portCommand('shutdown', {
  help: 'Take this port down; "no shutdown" brings it up',
  port: (port, _args, by) => {
    port.settings.enabled = { value: false, from: by }
  },
  noPort: (port, _args, by) => {
    port.settings.enabled = { value: true, from: by }
  },
  cuts: (_from, to) => (to.enabled.value ? null : 'The port goes down.'),
  write: ({ enabled }, isDefault) =>
    isDefault('enabled') ? [] : [enabled.value ? 'no shutdown' : 'shutdown'],
})

/** An IP address makes a routed port of any; `no ip address` stands under switch ports of old images too and says nothing. */
export const IP_ADDRESS = portCommand('ip address ...', {
  help: 'Give this interface an IP address; it is then a routed port',
  port: makesRouted,
  noPort: (port) => {
    port.saysNoAddress = true
  },
})

/** Lines that put an interface into a VRF, each with its own words by dialect: only a routed port is in one. */
export function vrfRows(...syntaxes: readonly string[]): Command[] {
  return syntaxes.map((syntax) =>
    portCommand(syntax, {
      help: 'Put this interface into a VRF; it is then a routed port',
      port: makesRouted,
      noPort: () => undefined,
    }),
  )
}

function makesRouted(port: PortDraft, _args: unknown, by: readonly number[]): void {
  port.settings.switching = { value: false, from: by }
}

/** Modes as their words stand after `switchport mode`. */
export type ModeRow = {
  readonly mode: PortMode
  readonly help: string
  readonly refuse?: Refusal
  /** The mode is known and its forwarding is not simulated. */
  readonly unmodelled?: boolean
}

/** `switchport mode` with the modes of a dialect; the default mode is never written (facts D5b). */
export function modeRows(modes: readonly ModeRow[]): Command[] {
  return modes.map(({ mode, help, refuse, unmodelled }) => {
    const takeBack: PortEffect<Partial<[]>> = (port, _args, by) => resetPort(port, 'mode', by)
    return portCommand(`switchport mode ${mode}`, {
      help,
      ...(unmodelled ? ({ state: 'unmodelled', touches: 'port' } as const) : {}),
      ...(refuse ? { refuse } : {}),
      port: (port: PortDraft, _args: unknown, by: readonly number[]) => {
        port.settings.mode = { value: mode, from: by }
      },
      noPort: takeBack,
      undoLine: 'no switchport mode',
      cuts: () => 'The port goes down for a moment, and may end in another mode than its far end.',
      write: (port, isDefault) =>
        port.mode.value === mode && !isDefault('mode') ? [`switchport mode ${mode}`] : [],
    })
  })
}
