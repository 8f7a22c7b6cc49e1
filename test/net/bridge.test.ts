import { describe, expect, it } from 'vitest'
import {
  type AskOption,
  type BridgePort,
  egress,
  ingress,
  nativeTagging,
  tagRead,
} from '../../src/net/bridge.ts'
import { type Tag, tag } from '../../src/net/frame.ts'
import type { OptionName } from '../../src/net/options.ts'
import {
  defaultPort,
  type PortSettingName,
  type PortSettings,
  type TrunkGroup,
} from '../../src/net/settings.ts'
import { ALL_VLANS, NO_VLANS, type VlanSet, vlanSet } from '../../src/net/vlan-set.ts'

/** Every setting has a source of its own, so that `because` can be checked; the switch's own settings have the last numbers. */
const NAMES = [
  'switching',
  'enabled',
  'mode',
  'negotiate',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'voiceVlan',
  'encapsulation',
  'tagNative',
  'trunkGroups',
  'channel',
  'untagged',
  'egressUntagged',
  'portFast',
] as const satisfies readonly PortSettingName[]
const GLOBAL = { tagNative: 101, existing: 102, suspended: 103, groups: 104 }
const source = (name: PortSettingName) => NAMES.indexOf(name as (typeof NAMES)[number])

type Values = { [K in PortSettingName]?: PortSettings[K]['value'] }
type More = {
  tagNative?: boolean
  existing?: VlanSet
  suspended?: VlanSet
  groups?: readonly TrunkGroup[]
  blocked?: VlanSet
  encapsulation?: 'isl'
  suspendedBy?: PortSettingName
}

function port(operating: 'access' | 'trunk', values: Values = {}, more: More = {}): BridgePort {
  const plain = defaultPort('1', operating, 0)
  const settings = Object.fromEntries(
    NAMES.map((name) => [name, { value: values[name] ?? plain[name].value, from: [source(name)] }]),
  )
  return {
    settings: { ...plain, ...settings },
    operating,
    blocked: more.blocked ?? NO_VLANS,
    tagNative: { value: more.tagNative ?? false, from: [GLOBAL.tagNative] },
    vlans: {
      existing: { value: more.existing ?? ALL_VLANS, from: [GLOBAL.existing] },
      suspended: { value: more.suspended ?? NO_VLANS, from: [GLOBAL.suspended] },
      groups: more.groups ?? [],
    },
    ...(more.encapsulation && { encapsulation: more.encapsulation }),
    suspendedBy: more.suspendedBy ? { value: 0, from: [source(more.suspendedBy)] } : null,
  }
}

/** Answers only the options given; any other would be read without need. */
function answering(options: Partial<Record<OptionName, string>>): AskOption {
  return ((name: OptionName) => {
    const answer = options[name]
    if (answer === undefined) throw new Error(`The option ${name} should not be read.`)
    return answer
  }) as AskOption
}

const named = (because: readonly number[]) =>
  because.map((id) => NAMES[id] ?? Object.entries(GLOBAL).find(([, n]) => n === id)?.[0] ?? String(id))

type Options = Partial<Record<OptionName, string>>

function enters(at: BridgePort, outer: Tag | undefined, options: Options = {}) {
  const made = ingress(at, outer, answering(options))
  const read = made.accepted ? ` read ${made.read?.vid ?? 'nothing'}` : ''
  return `${made.decision} ${made.vlan ?? '-'}${read} by ${named(made.because).join(', ') || 'nothing'}`
}

function leaves(at: BridgePort, vlan: number, options: Options = {}) {
  const made = egress(at, vlan, answering(options))
  const how = made.sent ? (made.tagged ? ' tagged' : ' untagged') : ''
  return `${made.decision}${how} by ${named(made.because).join(', ') || 'nothing'}`
}

const access = (values: Values = {}, more: More = {}) => port('access', { accessVlan: 10, ...values }, more)
const trunk = (values: Values = {}, more: More = {}) =>
  port('trunk', { allowedVlans: vlanSet(1, 10, 20), ...values }, more)

const group = (name: string, ...vlans: number[]): TrunkGroup => ({
  name,
  vlans: { value: vlanSet(...vlans), from: [GLOBAL.groups] },
})
/** A trunk in these groups, where VLANs 1 and 20 are in one group and VLAN 20 in another. */
const grouped = (trunkGroups: readonly string[]) =>
  trunk({ trunkGroups }, { groups: [group('peers', 1, 20), group('racks', 20, 30)] })

describe('ingress at an access port', () => {
  it.each([
    ['an untagged frame', undefined, {}, 'in/untagged-access 10 read nothing by mode, accessVlan'],
    [
      'its own tag, where taken',
      tag(10),
      { tagOnAccess: 'accept-own' },
      'in/own-tag-access 10 read 10 by mode, accessVlan',
    ],
    [
      'its own tag, where dropped',
      tag(10),
      { tagOnAccess: 'drop' },
      'drop/tag-on-access 10 by mode, accessVlan',
    ],
    ['another tag', tag(20), {}, 'drop/other-tag-on-access 20 by mode, accessVlan'],
    [
      'tag 0, where untagged',
      tag(0),
      { priorityTag: 'as-untagged' },
      'in/priority-tag 10 read 0 by mode, accessVlan',
    ],
    ['tag 0, where dropped', tag(0), { priorityTag: 'drop' }, 'drop/priority-tag - by mode'],
    ['tag 4095', tag(4095), {}, 'drop/reserved-vid - by nothing'],
    [
      'an unknown tag type',
      tag(10, { tpid: 0x9100 }),
      {},
      'in/untagged-access 10 read nothing by mode, accessVlan',
    ],
    [
      'a service tag, not known',
      tag(10, { tpid: 0x88a8 }),
      { tagTypes: '8100' },
      'in/untagged-access 10 read nothing by mode, accessVlan',
    ],
    [
      'a service tag, known',
      tag(20, { tpid: 0x88a8 }),
      { tagTypes: '8100+88a8' },
      'drop/other-tag-on-access 20 by mode, accessVlan',
    ],
  ] as const)('%s', (_, outer, options, expected) => {
    expect(enters(access(), outer, options)).toBe(expected)
  })

  it('with a voice VLAN takes its tag, and with dot1p the priority tag without asking', () => {
    expect(enters(access({ voiceVlan: 200 }), tag(200))).toBe('in/voice-tag 200 read 200 by voiceVlan')
    expect(enters(access({ voiceVlan: 'dot1p' }), tag(0))).toBe(
      'in/priority-tag 10 read 0 by mode, accessVlan, voiceVlan',
    )
  })

  it('that tunnels reads no tag at all', () => {
    expect(enters(access({ mode: 'dot1q-tunnel' }), tag(20))).toBe(
      'in/tunnel 10 read nothing by mode, accessVlan',
    )
    expect(enters(access({ mode: 'dot1q-tunnel' }), tag(4095))).toBe(
      'in/tunnel 10 read nothing by mode, accessVlan',
    )
  })
})

describe('ingress at a trunk', () => {
  it.each([
    ['an allowed tag', tag(20), {}, 'in/tag-trunk 20 read 20 by allowedVlans'],
    ['the native tag', tag(1), {}, 'in/tag-trunk 1 read 1 by allowedVlans'],
    ['a tag outside the list', tag(30), {}, 'drop/not-allowed 30 by allowedVlans'],
    ['no tag', undefined, {}, 'in/untagged-native 1 read nothing by nativeVlan, allowedVlans'],
    [
      'tag 0, where untagged',
      tag(0),
      { priorityTag: 'as-untagged' },
      'in/priority-tag 1 read 0 by nativeVlan, allowedVlans',
    ],
    ['tag 0, where dropped', tag(0), { priorityTag: 'drop' }, 'drop/priority-tag - by nothing'],
    ['tag 4095', tag(4095), {}, 'drop/reserved-vid - by nothing'],
  ] as const)('%s', (_, outer, options, expected) => {
    expect(enters(trunk(), outer, options)).toBe(expected)
  })

  it('whose native VLAN is not in the list', () => {
    const outside = trunk({ nativeVlan: 999 })
    expect(enters(outside, undefined, { nativeOutsideList: 'refused' })).toBe(
      'drop/native-not-allowed 999 by nativeVlan, allowedVlans',
    )
    expect(enters(outside, undefined, { nativeOutsideList: 'carried' })).toBe(
      'in/untagged-native 999 read nothing by nativeVlan, allowedVlans',
    )
    expect(enters(outside, tag(999), { nativeOutsideList: 'refused' })).toBe(
      'drop/not-allowed 999 by allowedVlans',
    )
    expect(enters(outside, tag(999), { nativeOutsideList: 'carried' })).toBe(
      'in/tag-trunk 999 read 999 by allowedVlans',
    )
  })

  it('in trunk groups takes the VLANs of its groups, and those that are in none', () => {
    const peers = grouped(['peers'])
    expect(enters(peers, tag(20))).toBe(
      'in/tag-trunk 20 read 20 by allowedVlans, trunkGroups, groups, groups',
    )
    expect(enters(peers, tag(10))).toBe('in/tag-trunk 10 read 10 by allowedVlans')
    expect(enters(peers, undefined)).toBe(
      'in/untagged-native 1 read nothing by nativeVlan, allowedVlans, trunkGroups, groups',
    )
    expect(enters(grouped([]), tag(20))).toBe('drop/not-in-group 20 by trunkGroups, groups, groups')
    expect(enters(grouped(['racks']), tag(30))).toBe('drop/not-allowed 30 by allowedVlans')
  })

  it('whose native VLAN is in trunk groups that it is not in', () => {
    const racks = grouped(['racks'])
    expect(enters(racks, undefined, { nativeOutsideList: 'refused' })).toBe(
      'drop/native-not-in-group 1 by nativeVlan, trunkGroups, groups',
    )
    expect(enters(racks, undefined, { nativeOutsideList: 'carried' })).toBe(
      'in/untagged-native 1 read nothing by nativeVlan, trunkGroups, groups',
    )
    expect(enters(racks, tag(1), { nativeOutsideList: 'refused' })).toBe(
      'drop/not-in-group 1 by trunkGroups, groups',
    )
  })

  it('that tags its native VLAN, by its own line or by the global one', () => {
    const drop = { untaggedOnTaggedNative: 'drop' }
    expect(enters(trunk({ tagNative: true }), undefined, drop)).toBe(
      'drop/untagged-on-tagged-native 1 by tagNative',
    )
    expect(enters(trunk({}, { tagNative: true }), undefined, drop)).toBe(
      'drop/untagged-on-tagged-native 1 by tagNative',
    )
    expect(enters(trunk({ tagNative: true }), undefined, { untaggedOnTaggedNative: 'accept' })).toBe(
      'in/untagged-native 1 read nothing by nativeVlan, allowedVlans',
    )
    expect(enters(trunk({ tagNative: false }, { tagNative: true }), undefined)).toContain(
      'in/untagged-native',
    )
    expect(nativeTagging(trunk({}, { tagNative: true })).from).toEqual([GLOBAL.tagNative])
    expect(nativeTagging(trunk({ tagNative: true })).from).toEqual([source('tagNative')])
  })

  it('that takes only tagged frames, or uses ISL', () => {
    expect(enters(trunk({ untagged: 'drop' }), undefined)).toBe('drop/untagged-not-taken - by untagged')
    expect(enters(trunk({ untagged: 'drop' }), tag(0))).toBe('drop/untagged-not-taken - by untagged')
    expect(enters(trunk({ untagged: 'drop' }), tag(20))).toBe('in/tag-trunk 20 read 20 by allowedVlans')
    expect(enters(trunk({}, { encapsulation: 'isl' }), tag(20))).toBe(
      'drop/isl-not-modelled - by encapsulation',
    )
  })
})

describe('ingress at any port', () => {
  it('needs the VLAN to be there, and the port to forward in it', () => {
    expect(enters(access({}, { existing: vlanSet(1) }), undefined)).toBe(
      'drop/vlan-missing 10 by mode, accessVlan, existing',
    )
    expect(enters(access({}, { suspended: vlanSet(10) }), undefined)).toBe(
      'drop/vlan-suspended 10 by mode, accessVlan, suspended',
    )
    expect(enters(access({}, { blocked: vlanSet(10) }), undefined)).toBe(
      'drop/blocked 10 by mode, accessVlan',
    )
    expect(enters(trunk({}, { blocked: vlanSet(10) }), tag(20))).toContain('in/tag-trunk')
  })

  it('refuses everything where the port is down, routed or suspended', () => {
    expect(enters(access({ enabled: false }), undefined)).toBe('drop/port-down - by enabled')
    expect(enters(access({ switching: false }), undefined)).toBe('drop/routed-port - by switching')
    expect(enters(trunk({}, { suspendedBy: 'nativeVlan' }), undefined)).toBe(
      'drop/channel-suspended - by nativeVlan',
    )
  })

  it('reads the outermost tag only if its type is known', () => {
    const service = tag(20, { tpid: 0x88a8 })
    expect(tagRead(undefined, answering({}))).toBeNull()
    expect(tagRead(tag(20), answering({}))).toEqual(tag(20))
    expect(tagRead(service, answering({ tagTypes: '8100' }))).toBeNull()
    expect(tagRead(service, answering({ tagTypes: '8100+88a8' }))).toEqual(service)
    expect(tagRead(tag(20, { tpid: 0x9100 }), answering({ tagTypes: '8100+88a8' }))).toBeNull()
  })
})

describe('egress', () => {
  it.each([
    ['its own VLAN', access(), 10, {}, 'out/access untagged by mode, accessVlan'],
    ['another VLAN', access(), 20, {}, 'hold/not-member by mode, accessVlan'],
    ['the voice VLAN', access({ voiceVlan: 200 }), 200, {}, 'out/voice-tagged tagged by voiceVlan'],
    ['an allowed VLAN', trunk(), 20, {}, 'out/tagged tagged by nativeVlan, allowedVlans'],
    ['the native VLAN', trunk(), 1, {}, 'out/native-untagged untagged by nativeVlan, tagNative'],
    [
      'the native VLAN, tagged',
      trunk({ tagNative: true }),
      1,
      {},
      'out/native-tagged tagged by nativeVlan, tagNative',
    ],
    [
      'an untagged VLAN beside the native one',
      trunk({ egressUntagged: vlanSet(20) }),
      20,
      {},
      'out/egress-untagged untagged by egressUntagged',
    ],
    [
      'a VLAN beside an untagged one',
      trunk({ egressUntagged: vlanSet(20) }),
      10,
      {},
      'out/tagged tagged by nativeVlan, allowedVlans',
    ],
    [
      'an untagged VLAN outside the list',
      trunk({ egressUntagged: vlanSet(30) }),
      30,
      {},
      'hold/not-allowed by allowedVlans',
    ],
    [
      'an untagged VLAN 1 where nothing is native',
      trunk({ egressUntagged: vlanSet(1), tagNative: true, untagged: 'drop' }),
      1,
      {},
      'out/egress-untagged untagged by egressUntagged',
    ],
    [
      'an untagged VLAN of an access port',
      access({ egressUntagged: vlanSet(20) }),
      20,
      {},
      'hold/not-member by mode, accessVlan',
    ],
    [
      'a VLAN of its trunk groups',
      grouped(['racks']),
      20,
      {},
      'out/tagged tagged by nativeVlan, allowedVlans, trunkGroups, groups, groups',
    ],
    ['a VLAN of other trunk groups', grouped([]), 20, {}, 'hold/not-in-group by trunkGroups, groups, groups'],
    [
      'the native VLAN of other trunk groups, refused',
      grouped(['racks']),
      1,
      { nativeOutsideList: 'refused' },
      'hold/native-not-in-group by trunkGroups, groups',
    ],
    [
      'the native VLAN of other trunk groups, carried',
      grouped(['racks']),
      1,
      { nativeOutsideList: 'carried' },
      'out/native-untagged untagged by nativeVlan, tagNative',
    ],
    ['a VLAN outside the list', trunk(), 30, {}, 'hold/not-allowed by allowedVlans'],
    [
      'the native VLAN outside the list, refused',
      trunk({ nativeVlan: 999 }),
      999,
      { nativeOutsideList: 'refused' },
      'hold/native-not-allowed by allowedVlans',
    ],
    [
      'the native VLAN outside the list, carried',
      trunk({ nativeVlan: 999 }),
      999,
      { nativeOutsideList: 'carried' },
      'out/native-untagged untagged by nativeVlan, tagNative',
    ],
    ['a blocked VLAN', trunk({}, { blocked: vlanSet(20) }), 20, {}, 'hold/blocked by nothing'],
    [
      'a VLAN beside a blocked one',
      trunk({}, { blocked: vlanSet(20) }),
      10,
      {},
      'out/tagged tagged by nativeVlan, allowedVlans',
    ],
    ['a port that is down', trunk({ enabled: false }), 20, {}, 'hold/port-down by enabled'],
    ['a routed port', trunk({ switching: false }), 20, {}, 'hold/routed-port by switching'],
    ['a suspended member', trunk({}, { suspendedBy: 'mode' }), 20, {}, 'hold/channel-suspended by mode'],
    ['an ISL trunk', trunk({}, { encapsulation: 'isl' }), 20, {}, 'hold/isl-not-modelled by encapsulation'],
  ] as const)('%s', (_, at, vlan, options, expected) => {
    expect(leaves(at, vlan, options)).toBe(expected)
  })
})
