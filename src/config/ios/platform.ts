import { PROFILES, type ProfileName } from '../../net/profiles.ts'
import type { Platform } from '../cli-dialect.ts'

type Hint = { readonly profile: ProfileName; readonly sign: RegExp; readonly says: (found: string) => string }

/** What in a text gives its platform away, surest first. */
const HINTS: readonly Hint[] = [
  {
    profile: 'catalyst-2950',
    sign: /\bprovision[ \t]+ws-c(?:2950|3550)\S*|\bWS-C(?:2950|3550)\S*|\bc(?:2950|3550)-\S+|\bC(?:2950|3550) Software/i,
    says: (found) => `"${found}" names a Catalyst 2950 or 3550.`,
  },
  {
    profile: 'catalyst-2960',
    sign: /\bprovision[ \t]+ws-c(?:2960|3560|3750|2970)\S*|\bWS-C(?:2960|3560|3750)\S*|\bc(?:2960|3560|3750)[a-z]*-\S+|\bC(?:2960|3560|3750)[A-Z]* Software/i,
    says: (found) => `"${found}" names a Catalyst 2960, 3560 or 3750.`,
  },
  {
    profile: 'catalyst-9000',
    sign: /\bprovision[ \t]+(?:c9[2-6]\d\d|ws-c3[68]50)\S*|\bC9[2-6]\d\d[A-Z]*-\S+|\bWS-C3[68]50\S*|\bcat(?:9k|3k_caa)\S+/i,
    says: (found) => `"${found}" names a Catalyst 3650, 3850 or 9000.`,
  },
  {
    profile: 'iosv-l2',
    sign: /\bIOSv\b|\bvios_l2\S*|\bvIOS\b|\bi86bi[-_]linux[-_]l2\S*/i,
    says: (found) => `"${found}" stands in the text of a virtual IOS switch.`,
  },
  {
    profile: 'iosv-l2',
    sign: /^interface Ethernet0\/[0-3]\b[\s\S]*^interface Ethernet1\/0\b/m,
    says: () => 'Ethernet ports in slots of four are those of IOL, a virtual IOS switch.',
  },
  {
    profile: 'catalyst-9000',
    sign: /^version 1[67]\.\d+[\s\S]*^interface (?:(?:Two|Five|Ten)?GigabitEthernet|TwentyFiveGigE)\d\/\d\/\d/m,
    says: () => 'IOS XE 16 or 17 with ports in stack numbering runs on Catalyst 3650, 3850 and 9000.',
  },
  {
    profile: 'catalyst-2960',
    sign: /^version 15\.\d[\s\S]*^interface FastEthernet0\/(?:[89]|1\d|2[0-4]|4[0-8])\b/m,
    says: () => 'IOS 15 with FastEthernet ports 0/1 and up runs on Catalyst 2960, 3560 and 3750.',
  },
]

/** Longest quotation of a text in a reason. */
const QUOTED = 40

/**
 * The platform a text is of. Where nothing gives it away the profile is `ios`, whose default mode is an open option and no guess
 * (facts B6).
 */
export function iosPlatform(sample: string, forced: ProfileName | undefined): Platform {
  const written = /^[ \t]*switchport trunk encapsulation /m.test(sample)
  const platform = (profile: ProfileName, reason: string, assumptions: readonly string[] = []): Platform => ({
    profile,
    reasons: [reason],
    assumptions,
    twoEncapsulations: written || profile === 'iosv-l2',
    routedByDefault: false,
  })
  if (forced) return platform(forced, `The platform was said to be ${PROFILES[forced].title}.`)
  for (const { profile, sign, says } of HINTS) {
    const found = sign.exec(sample)?.[0]
    if (found !== undefined) return platform(profile, says(found.slice(0, QUOTED)))
  }
  return platform('ios', 'Nothing in the text names the switch model.', [MODEL_NOT_KNOWN])
}

const MODEL_NOT_KNOWN =
  'The switch model is not in the text. What a port without a "switchport mode" line does, and whether an access port takes tagged frames, depends on it.'
