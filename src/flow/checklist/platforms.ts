import type { DeviceReading } from '../../config/index.ts'
import type { ProfileName } from '../../net/profiles.ts'

/** The platforms that a text of Cisco IOS may be from, where none of its lines says so. */
export const IOS_PLATFORMS: readonly ProfileName[] = [
  'catalyst-2950',
  'catalyst-2960',
  'catalyst-9000',
  'iosv-l2',
]

/** Whether a person has to say which platform it is: nothing in the text does, and verdicts hang on it (facts B6, J1). */
export function asksPlatform({ profile }: DeviceReading): boolean {
  return profile === 'ios'
}
