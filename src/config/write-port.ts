import type { ProfileName } from '../net/profiles.ts'
import type { PortSettings } from '../net/settings.ts'
import type { PlatformTraits } from './cli-dialect.ts'
import type { IsDefault, WrittenNotes } from './command.ts'
import { cliDialectNamed } from './dialects.ts'
import type { PortDefaults } from './port-draft.ts'
import type { DeviceReading, DialectName } from './reading.ts'

/** What the form of a device's lines hangs on. */
export type WriteStyle = PlatformTraits & { readonly dialect: DialectName }

/** Nothing noted about a port. */
export const NO_NOTES: WrittenNotes = {
  description: '',
  ownBpduGuard: null,
  ownPortFast: null,
  portSecurity: false,
}

const USUAL_PROFILE: Readonly<Record<DialectName, ProfileName>> = {
  ios: 'ios',
  nxos: 'nxos',
  eos: 'eos',
  ovs: 'ios',
  'linux-bridge': 'ios',
  esxi: 'ios',
}

/** How the lines of this device are written. */
export function styleOf(reading: DeviceReading): WriteStyle {
  const { dialect, profile, device, sources } = reading
  const twoEncapsulations = device.ports.some(({ encapsulation }) => {
    return encapsulation.value !== 'dot1q' || encapsulation.from.some((id) => sources[id]?.kind !== 'default')
  })
  return {
    dialect,
    profile,
    twoEncapsulations: twoEncapsulations || profile === 'iosv-l2',
    routedByDefault: reading.routedByDefault,
  }
}

/** The style of a dialect on a platform that is not known. */
export function usualStyle(dialect: DialectName): WriteStyle {
  return { dialect, profile: USUAL_PROFILE[dialect], twoEncapsulations: false, routedByDefault: false }
}

/** What the platform gives a port without a line, as values to compare with. */
export function defaultsOf(style: WriteStyle): PortDefaults {
  return cliDialectNamed(style.dialect).defaults(style, () => 0).port
}

/** Whether this port's settings are the platform's defaults, one by one. */
export function defaultTest(port: PortSettings, defaults: PortDefaults): IsDefault {
  return (name) => sameValue(port[name].value, defaults[name].value)
}

/** Whether two values of settings are equal. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/**
 * The lines under `interface`, as the device writes them: defaults left out, long VLAN lists wrapped, in an order in which each
 * line is accepted when typed (facts D3, D4, D5b).
 */
export function writePortLines(
  port: PortSettings,
  style: WriteStyle,
  notes: WrittenNotes = NO_NOTES,
): string[] {
  const isDefault = defaultTest(port, defaultsOf(style))
  return cliDialectNamed(style.dialect).portCommands.flatMap(
    (command) => command.write?.(port, isDefault, notes) ?? [],
  )
}

/** The whole block of a port, its `interface` line first. */
export function writePort(
  port: PortSettings,
  style: WriteStyle | DialectName,
  notes: WrittenNotes = NO_NOTES,
): string[] {
  const chosen = typeof style === 'string' ? usualStyle(style) : style
  return [`interface ${port.name}`, ...writePortLines(port, chosen, notes).map((line) => ` ${line}`)]
}
