import type { PortSettingName } from '../net/settings.ts'
import type { PortGroup } from './ports.ts'
import type { Claim, FixStep } from './rule.ts'
import type { DeviceView } from './view.ts'

/** What a rule says about a group of ports where no attack is to be tried. */
export type Advice = {
  readonly message: string
  readonly effective: string
  readonly settings: readonly PortSettingName[]
  /** Lines to type under each port; none where nobody but the user can know them. */
  readonly lines: readonly string[]
  readonly caution?: string | null
  /** Lines of the file, where no setting of a port says them. */
  readonly atLines?: readonly number[]
}

/** The claim of a rule that tries no attack. */
export function advise(device: DeviceView, { names }: Pick<PortGroup, 'names'>, advice: Advice): Claim {
  const { message, effective, settings, lines, caution = null, atLines } = advice
  const name = device.reading.name
  const fix = lines.length > 0 ? names.map((port): FixStep => ({ device: name, port, lines })) : []
  return {
    device: name,
    ports: names,
    message,
    effective,
    settings,
    ...(atLines && { atLines }),
    whenBlocked: 'advice',
    attempts: [],
    fix,
    caution,
  }
}
