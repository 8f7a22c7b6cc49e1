import type { PortSettingName, PortSettings, Source, SourceId } from '../net/settings.ts'
import type { PortChange, SwitchChanges } from '../net/stimulus.ts'
import { changedSettings, mapSomeSettings } from '../net/switch-settings.ts'
import type { DeviceReading } from './reading.ts'

/** What typed lines changed, ready to be a `configure` stimulus: every `from` counts into these `sources`. */
export type TypedChange = {
  readonly ports: readonly PortChange[]
  readonly global: SwitchChanges | null
  readonly sources: readonly Source[]
}

/** What is set otherwise in a later reading of a device: what no line touched is the very setting that it was. */
export function changeBetween(before: DeviceReading, after: DeviceReading): TypedChange {
  const sources: Source[] = []
  const moved = new Map<SourceId, SourceId>()
  const move = (id: SourceId): SourceId => {
    let to = moved.get(id)
    if (to === undefined) {
      to = sources.push(after.sources[id] ?? { kind: 'assumed', text: 'not told' }) - 1
      moved.set(id, to)
    }
    return to
  }
  const recount = <T extends { readonly from: readonly SourceId[] }>(setting: T): T => ({
    ...setting,
    from: setting.from.map(move),
  })
  const known = new Map(before.device.ports.map((port) => [port.name, port]))
  const ports: PortChange[] = []
  for (const port of after.device.ports) {
    const old = known.get(port.name)
    const changed = settingNames(port).filter((name) => port[name] !== old?.[name])
    if (changed.length === 0) continue
    ports.push({
      port: port.name,
      settings: Object.fromEntries(changed.map((name) => [name, recount(port[name])])),
    })
  }
  const global: SwitchChanges = mapSomeSettings(changedSettings(before.device, after.device), recount)
  return { ports, global: Object.keys(global).length > 0 ? global : null, sources }
}

function settingNames(port: PortSettings): PortSettingName[] {
  return (Object.keys(port) as (keyof PortSettings)[]).filter((name) => name !== 'name')
}
