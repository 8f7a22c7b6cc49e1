import type { AskOption } from '../bridge.ts'
import type { Switch } from '../network.ts'
import {
  OPTIONS,
  type OptionName,
  type OptionReading,
  type OptionValue,
  type OptionValues,
} from '../options.ts'
import { openValues, PROFILES } from '../profiles.ts'
import type { RunSettings } from '../trace.ts'

/** The one door through which options are read, so that a run knows what its outcome may depend on. */
export class OptionDoor {
  readonly #readings = new Map<string, OptionReading>()
  readonly #settings: RunSettings

  constructor(settings: RunSettings) {
    this.#settings = settings
  }

  /** Every option read so far. */
  get readings(): OptionReading[] {
    return [...this.#readings.values()]
  }

  /** The reader for one switch: its own option, else what its profile settles, else what this run assumes. */
  for(device: Switch): AskOption {
    const profile = device.profile
    const settled: OptionValues = { ...PROFILES[profile].settled, ...device.options }
    const assumed: OptionValues = { ...this.#settings.assume['*'], ...this.#settings.assume[profile] }
    const strict = this.#settings.otherwise === 'strict'
    return <N extends OptionName>(option: N): OptionValue<N> => {
      const values = openValues(profile, option)
      const fallback = strict && OPTIONS[option].ordered ? values.at(-1) : values[0]
      const value = (settled[option] ?? assumed[option] ?? fallback) as OptionValue<N>
      const isSettled = settled[option] !== undefined
      const key = isSettled && device.options[option] ? `${device.name}/${option}` : `${profile}/${option}`
      if (!this.#readings.has(key)) this.#readings.set(key, { profile, option, value, settled: isSettled })
      return value
    }
  }
}
