import { expect, it } from 'vitest'
import {
  bundling,
  bundlingOf,
  type ChannelMode,
  channelProtocol,
  isIdle,
  mustAgree,
  stopsAlone,
} from '../../src/net/bundling.ts'
import type { PortMode } from '../../src/net/settings.ts'
import { portWith } from './scene.ts'

const MODES: readonly ChannelMode[] = [
  'on',
  'active',
  'passive',
  'desirable',
  'auto',
  'desirable non-silent',
  'auto non-silent',
]

/** Each row an end, each column the other, in the order of the modes: f forms, n nobody asks, p protocols differ, o one end asks. */
const TABLE = ['foooooo', 'offpppp', 'ofnpppp', 'oppffff', 'oppfnfn', 'oppffff', 'oppfnfn']
const LETTERS = { f: 'forms', n: 'nobody-asks', p: 'protocols-differ', o: 'one-end-asks' } as const

it.each(MODES)('two ends form a port-channel by their modes, as documented: %s with each', (near) => {
  const letters = [...(TABLE[MODES.indexOf(near)] ?? '')] as (keyof typeof LETTERS)[]
  expect(MODES.map((far) => bundling(near, far))).toEqual(letters.map((letter) => LETTERS[letter]))
  expect(MODES.map((far) => bundling(far, near))).toEqual(letters.map((letter) => LETTERS[letter]))
})

it('a port-channel whose mode is not told at one end is taken to form', () => {
  const port = (channelMode: ChannelMode | null) => portWith('Po1', 'trunk', { channelMode })
  expect(bundlingOf(port('passive'), port(null))).toBe('forms')
  expect(bundlingOf(port(null), port('auto'))).toBe('forms')
  expect(bundlingOf(port('passive'), port('passive'))).toBe('nobody-asks')
})

it('names the protocol as devices print it', () => {
  expect(MODES.map(channelProtocol)).toEqual([null, 'LACP', 'LACP', 'PAgP', 'PAgP', 'PAgP', 'PAgP'])
})

it('stops only where no port-channel forms and the platform says so, which is asked only then', () => {
  const port = (channelMode: ChannelMode) => portWith('Po1', 'trunk', { channelMode })
  const says = (answer: string) => ((name: string) => name === 'unbundledMember' && answer) as never
  const never = (() => {
    throw new Error('The option should not be read.')
  }) as never
  expect(stopsAlone(port('passive'), port('passive'), says('stops'))).toBe(true)
  expect(stopsAlone(port('passive'), port('passive'), says('forwards'))).toBe(false)
  expect(stopsAlone(port('active'), port('passive'), never)).toBe(false)
})

it.each<[PortMode, string, string]>([
  ['trunk', 'switching mode nativeVlan allowedVlans tagNative trunkGroups', 'accessVlan voiceVlan'],
  ['access', 'switching mode accessVlan', 'negotiate nativeVlan allowedVlans tagNative trunkGroups'],
  ['dynamic auto', 'switching mode accessVlan nativeVlan allowedVlans tagNative trunkGroups', ''],
])('a member of a port-channel that is %s agrees in %s; idle there is: %s', (mode, agree, idle) => {
  const bundle = portWith('Po1', mode)
  expect(mustAgree(bundle).join(' ')).toBe(agree)
  const settings = [
    'switching',
    'mode',
    'negotiate',
    'accessVlan',
    'nativeVlan',
    'allowedVlans',
    'voiceVlan',
    'tagNative',
    'trunkGroups',
  ] as const
  expect(settings.filter((setting) => isIdle(setting, bundle)).sort()).toEqual(
    idle.split(' ').filter(Boolean).sort(),
  )
})

it('a member of a routed port-channel agrees in being routed, whatever it says of VLANs', () => {
  expect(mustAgree(portWith('Po1', 'access', { switching: false }))).toEqual(['switching'])
})
