import type { OptionName } from '../net/options.ts'

/** What each option asks about a platform, as the end of "it depends on ...". */
const ASKS: Readonly<Partial<Record<OptionName, string>>> = {
  tagOnAccess: 'whether an access port takes a frame tagged with its own VLAN',
  priorityTag: 'whether a port takes a frame tagged with VLAN ID 0 as if it had no tag',
  untaggedOnTaggedNative: 'whether a trunk that tags its native VLAN still takes untagged frames',
  defaultMode: 'the mode of a port without a mode line',
  dtp: 'whether the platform speaks DTP',
  accessSpeaksDtp: 'whether an access port sends DTP',
  tagTypes: 'which tag types count as a tag',
  nativeOutsideList: 'whether a native VLAN outside the allowed list is carried',
}

/** What a verdict depends on, in words: `whether an access port takes ... (tagOnAccess)`. */
export function optionAsked(option: OptionName): string {
  const asks = ASKS[option]
  return asks ? `${asks} (${option})` : option
}
