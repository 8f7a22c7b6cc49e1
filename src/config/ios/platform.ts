import { PROFILES, type ProfileName } from '../../net/profiles.ts'
import type { Platform } from '../cli-dialect.ts'

/** Lines in which a device says what it is itself; a description or a neighbour's platform is none of them. */
const SAYS_MODEL =
  /^(?:switch \d+ provision \S+|boot system .*|boot-start-marker .*|system image file is .*|model number[ \t]*:.*|cisco \S+ \(.*processor.*|cisco ios software.*|! ?(?:device|model|platform|image)[ \t]*:.*|(?:! ?)?IOSv\b.*)$/gim

type Family = { readonly profile: ProfileName; readonly names: RegExp; readonly title: string }

/** Model and image names by the family of switches they are of (facts B6). */
const FAMILIES: readonly Family[] = [
  {
    profile: 'catalyst-2950',
    names: /\bws-c(?:2950|3550)|\bc(?:2950|3550)\b/i,
    title: 'a Catalyst 2950 or 3550',
  },
  {
    profile: 'catalyst-2960',
    names: /\bws-c(?:2960|3560|3750)|\bc(?:2960|3560|3750)[a-z]*\b/i,
    title: 'a Catalyst 2960, 3560 or 3750',
  },
  {
    profile: 'catalyst-9000',
    names: /\bws-c3[68]50|\bc9[2-6]\d\d|\bcat(?:9k|3k_caa)/i,
    title: 'a Catalyst 3650, 3850 or 9000',
  },
  { profile: 'iosv-l2', names: /\bIOSv\b|\bvios_l2|\bi86bi[-_]linux[-_]l2/i, title: 'a virtual IOS switch' },
]

/** The family that a line of the text names, with the line. */
function familyNamed(sample: string): { readonly family: Family; readonly line: string } | null {
  for (const [line] of sample.matchAll(SAYS_MODEL)) {
    const family = FAMILIES.find(({ names }) => names.test(line))
    if (family) return { family, line: line.trim() }
  }
  return null
}

/** Longest quotation of a text in a reason. */
const QUOTED = 60

/**
 * The platform a text is of, where a line of it names the model or the image. How ports are named or which version runs settles
 * nothing: many families share both. Where no line does, the profile is `ios`, whose default mode is an open option and no guess
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
  const named = familyNamed(sample)
  if (named) {
    const { family, line } = named
    return platform(family.profile, `"${line.slice(0, QUOTED)}" names ${family.title}.`)
  }
  return platform('ios', 'Nothing in the text names the switch model.', [MODEL_NOT_KNOWN])
}

const MODEL_NOT_KNOWN =
  'The switch model is not in the text. What a port without a "switchport mode" line does, and whether an access port takes tagged frames, depends on it.'
