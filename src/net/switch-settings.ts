import type { SwitchSettings } from './network.ts'
import type { Setting, VlanDatabase } from './settings.ts'

/** What is done to a setting, whatever it holds: its sources counted into another list, for one. */
export type MoveSetting = <T>(setting: Setting<T>) => Setting<T>

/** The settings of a switch that are one value each: all but its VLANs. */
const SINGLE = ['tagNative', 'vtpDomain', 'vtpMode', 'bridgePriority', 'pathCostMethod'] as const

/** The settings of a switch as a whole, and nothing else of it. */
export function switchSettings(device: SwitchSettings): SwitchSettings {
  return mapSwitchSettings(device, (setting) => setting)
}

/** The settings of a switch as a whole, each passed through `move`, and nothing else of it. */
export function mapSwitchSettings(device: SwitchSettings, move: MoveSetting): SwitchSettings {
  return {
    vlans: mapVlans(device.vlans, move),
    tagNative: move(device.tagNative),
    vtpDomain: move(device.vtpDomain),
    vtpMode: move(device.vtpMode),
    bridgePriority: move(device.bridgePriority),
    pathCostMethod: move(device.pathCostMethod),
  }
}

/** Some settings of a switch, each passed through `move`. */
export function mapSomeSettings(
  { vlans, ...single }: Partial<SwitchSettings>,
  move: MoveSetting,
): Partial<SwitchSettings> {
  const moved = Object.entries(single).map(([name, setting]) => [name, move<unknown>(setting)])
  return { ...(vlans && { vlans: mapVlans(vlans, move) }), ...Object.fromEntries(moved) }
}

/** The settings of a switch that are no longer the very ones that they were. */
export function changedSettings(before: SwitchSettings, after: SwitchSettings): Partial<SwitchSettings> {
  const names = SINGLE.filter((name) => after[name] !== before[name])
  return {
    ...Object.fromEntries(names.map((name) => [name, after[name]])),
    ...(!areSameVlans(before.vlans, after.vlans) && { vlans: after.vlans }),
  }
}

function areSameVlans(before: VlanDatabase, after: VlanDatabase): boolean {
  return (
    after.existing === before.existing &&
    after.suspended === before.suspended &&
    after.groups.length === before.groups.length &&
    after.groups.every(({ name, vlans }, index) => {
      const had = before.groups[index]
      return had?.name === name && had.vlans === vlans
    })
  )
}

function mapVlans({ existing, suspended, groups }: VlanDatabase, move: MoveSetting): VlanDatabase {
  return {
    existing: move(existing),
    suspended: move(suspended),
    groups: groups.map(({ name, vlans }) => ({ name, vlans: move(vlans) })),
  }
}
