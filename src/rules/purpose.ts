import type { PortSettings } from '../net/settings.ts'

/** What hangs on a port. Only the user knows; a description may suggest, it never decides. */
export const PURPOSES = ['host', 'uplink', 'hypervisor', 'phone', 'unused'] as const
export type Purpose = (typeof PURPOSES)[number]

/**
 * What a port is in the eyes of an attack: `entry` may hold an attacker, `link` leads to a switch, `hypervisor` to a machine
 * that reads tags itself, `own` to the host that a software bridge runs on, `member` is judged on its port-channel, `idle` carries
 * nothing.
 */
export type Role = 'entry' | 'link' | 'hypervisor' | 'own' | 'member' | 'idle'

/**
 * The role that follows from a port's settings and the purpose its user gave. Where nobody was asked, access and dynamic ports
 * may hold an attacker and static trunks are links; `UNASKED` says so and is printed with every verdict that rests on it.
 */
export function roleOf(port: PortSettings, purpose: Purpose | undefined): Role {
  if (!port.enabled.value || !port.switching.value) return 'idle'
  if (port.channel.value !== null) return 'member'
  switch (purpose) {
    case 'uplink':
      return 'link'
    case 'hypervisor':
      return 'hypervisor'
    case 'host':
    case 'phone':
    case 'unused':
      return 'entry'
    case undefined:
      return port.mode.value === 'trunk' ? 'link' : 'entry'
  }
}

/** What is assumed about ports whose purpose nobody gave. */
export const UNASKED =
  'Nobody said what hangs on each port: access and dynamic ports may hold an attacker, static trunks lead to switches.'
