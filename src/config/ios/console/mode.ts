import type { Vid, VlanSet } from '../../../net/vlan-set.ts'

/** Where in the device's modes one is. */
export type Mode =
  | { readonly name: 'user' }
  | { readonly name: 'exec' }
  | { readonly name: 'global' }
  /** Under `interface`, or under `interface range`, which one port may be too. */
  | { readonly name: 'port'; readonly ports: readonly string[]; readonly range: boolean }
  /** Under `vlan`: what is typed there waits in `lines` until one leaves, which is when the device makes the VLANs (facts D7). */
  | { readonly name: 'vlan'; readonly vlans: VlanSet; readonly lines: readonly string[] }
  | { readonly name: 'vlan-interface'; readonly vlan: Vid }

export type ModeName = Mode['name']

const SUFFIX: Readonly<Record<ModeName, string>> = {
  user: '>',
  exec: '#',
  global: '(config)#',
  port: '(config-if)#',
  vlan: '(config-vlan)#',
  'vlan-interface': '(config-if)#',
}

/** The prompt of a device in a mode: `SW1(config-if-range)#`. */
export function promptOf(hostname: string, mode: Mode): string {
  const suffix = mode.name === 'port' && mode.range ? '(config-if-range)#' : SUFFIX[mode.name]
  return `${hostname}${suffix}`
}

/** Whether lines typed in this mode are configuration. */
export function configures(mode: Mode): boolean {
  return mode.name !== 'user' && mode.name !== 'exec'
}

/** The lines that lead into a mode from global configuration; none where it is no place under it. */
export function wayInto(mode: Mode): string[] {
  switch (mode.name) {
    case 'port':
      return [`interface ${mode.ports.length > 1 ? 'range ' : ''}${mode.ports.join(',')}`]
    case 'vlan-interface':
      return [`interface Vlan${mode.vlan}`]
    default:
      return []
  }
}
