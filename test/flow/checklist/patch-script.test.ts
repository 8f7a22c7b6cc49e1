import { expect, it } from 'vitest'
import { applyLines, patch, readConfig } from '../../../src/config/index.ts'
import { patchScript } from '../../../src/flow/checklist/patch-script.ts'

function script(text: string, ...lines: readonly string[]): string[] {
  const [before] = readConfig(text, { path: 'x' }).devices
  if (!before) throw new Error('no device')
  return patchScript(before, patch(before, applyLines(before, lines).device).commands)
    .trimEnd()
    .split('\n')
}

const SWITCH =
  'hostname a\ninterface Gi0/1\n switchport mode trunk\ninterface Gi0/2\n switchport mode trunk\n'

it('tells first how to go about it safely, and before each line that may cut why, once for lines of one reason', () => {
  const lines = script(
    SWITCH,
    'interface range Gi0/1 - 2',
    'switchport trunk native vlan 99',
    'description x',
  )
  expect(lines).toEqual([
    expect.stringMatching(/^! A native VLAN changes at both ends/),
    expect.stringMatching(/^! .*"reload in 10"/),
    expect.stringMatching(/^! .*"configure terminal revert timer 10"/),
    'configure terminal',
    'interface range Gi0/1 - 2',
    ' description x',
    expect.stringMatching(/^! May cut: Untagged traffic of this trunk moves/),
    ' switchport trunk native vlan 99',
    'end',
  ])
})

it('says nothing of care where nothing may cut', () => {
  expect(script(SWITCH, 'interface Gi0/1', 'description x')).toEqual([
    'configure terminal',
    'interface Gi0/1',
    ' description x',
    'end',
  ])
})

it('is a script of a shell for a bridge of a host', () => {
  const bridge = 'Bridge br0\n    Port eth0\n        tag: 10\n        Interface eth0\n'
  const lines = script(bridge, 'interface eth0', 'switchport access vlan 20')
  expect(lines.filter((line) => line.startsWith('ovs-vsctl'))).toHaveLength(1)
  expect(lines.filter((line) => !line.startsWith('ovs-vsctl') && !line.startsWith('# '))).toEqual([])
})
