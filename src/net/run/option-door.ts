import type { AskOption } from '../bridge-port.ts'
import type { Switch } from '../network.ts'
import {
  OPTIONS,
  type OptionName,
  type OptionReading,
  type OptionValue,
  type OptionValues,
} from '../options.ts'
import { openValues, PROFILES, type ProfileName } from '../profiles.ts'
import type { RunSettings } from '../trace.ts'

/** The one door through which options are read, so that a run knows what its outcome may depend on. */
export class OptionDoor {
  readonly #readings = new Map<string, OptionReading>()
  readonly #settings: RunSettings
  readonly #platforms = new Map<ProfileName, AskOption>()

  constructor(settings: RunSettings) {
    this.#settings = settings
  }

  /** Every option read so far. */
  get readings(): OptionReading[] {
    return [...this.#readings.values()]
  }

  /** The reader for one switch: its own option, else what its profile settles, else what this run assumes. */
  for(device: Switch): AskOption {
    return this.#reader(device.profile, device.options, device.name)
  }

  /** The reader for something that is no switch of its own, by what its platform settles: one for all of a platform. */
  forPlatform(profile: ProfileName): AskOption {
    let reader = this.#platforms.get(profile)
    if (!reader) {
      reader = this.#reader(profile, {}, '')
      this.#platforms.set(profile, reader)
    }
    return reader
  }

  #reader(profile: ProfileName, own: OptionValues, name: string): AskOption {
    const settled: OptionValues = { ...PROFILES[profile].settled, ...own }
    const assumed: OptionValues = { ...this.#settings.assume['*'], ...this.#settings.assume[profile] }
    const strict = this.#settings.otherwise === 'strict'
    const answers = new Map<OptionName, string>()
    return <N extends OptionName>(option: N): OptionValue<N> => {
      const known = answers.get(option)
      if (known !== undefined) return known as OptionValue<N>
      const values = openValues(profile, option)
      const fallback = strict && OPTIONS[option].ordered ? values.at(-1) : values[0]
      const value = (settled[option] ?? assumed[option] ?? fallback) as OptionValue<N>
      const isSettled = settled[option] !== undefined
      const key = isSettled && own[option] ? `${name}/${option}` : `${profile}/${option}`
      if (!this.#readings.has(key)) this.#readings.set(key, { profile, option, value, settled: isSettled })
      answers.set(option, value)
      return value
    }
  }
}
