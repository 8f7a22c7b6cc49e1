import {
  applyLines,
  type DeviceReading,
  type Refused,
  readConfig,
  UnreadableConfig,
} from '../../config/index.ts'
import { ContentProblem } from '../../content/problem.ts'
import type { SceneSwitch } from '../../content/scene.ts'
import type { Switch } from '../../net/network.ts'
import type { PortSettings, Setting, Source } from '../../net/settings.ts'
import { mapSwitchSettings } from '../../net/switch-settings.ts'

/** A switch of a scene as its text makes it, and the first typed line that it refused. */
export type SwitchMade = {
  readonly device: Switch
  readonly sources: readonly Source[]
  readonly refused: Refused | null
}

/** A switch of a scene, read from its text. Throws `ContentProblem` where that is no configuration. */
export function readSwitch(each: SceneSwitch): DeviceReading {
  try {
    const request = { path: each.name, dialect: each.dialect, profile: each.profile }
    const [reading] = readConfig(each.config, request).devices
    if (reading) return reading
  } catch (error) {
    if (!(error instanceof UnreadableConfig)) throw error
    throw new ContentProblem(each.place, `The configuration of ${each.name} cannot be read. ${error.message}`)
  }
  throw new ContentProblem(each.place, `The configuration of ${each.name} holds no device.`)
}

/** Lines as they were typed: one command each. */
export function typedLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

function movedBy(by: number): <T>(setting: Setting<T>) => Setting<T> {
  return (setting) => ({ ...setting, from: setting.from.map((id) => id + by) })
}

function movedPort(port: PortSettings, by: number): PortSettings {
  const { name, ...settings } = port
  const move = movedBy(by)
  const entries = Object.entries(settings).map(([key, setting]) => [key, move<unknown>(setting)])
  return { name, ...(Object.fromEntries(entries) as Omit<PortSettings, 'name'>) }
}

/**
 * A switch of a scene: its text read, then lines typed at it. Its sources are to be put behind `first` others. Throws `ContentProblem`
 * where a line of the scene's own text is not simulated: a lesson shows nothing that it does not mean.
 */
export function switchOf(each: SceneSwitch, typed: string, first: number): SwitchMade {
  const written = readSwitch(each)
  const unread = written.lines.find(({ state }) => state === 'unknown' || state === 'unmodelled')
  if (unread) {
    const place = { ...each.place, line: each.place.line + unread.line - 1 }
    throw new ContentProblem(
      place,
      `The line "${unread.text.trim()}" of ${each.name} is ${unread.state}. Take it out of the scene.`,
    )
  }
  const lines = typedLines(typed)
  const { device: reading, refused } =
    lines.length > 0 ? applyLines(written, lines) : { device: written, refused: null }
  const move = movedBy(first)
  const { device, sources } = reading
  return {
    device: {
      ...device,
      name: each.name,
      profile: each.profile,
      ports: device.ports.map((port) => movedPort(port, first)),
      ...mapSwitchSettings(device, move),
    },
    sources,
    refused,
  }
}
