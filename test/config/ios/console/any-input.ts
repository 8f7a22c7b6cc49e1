import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type ConsoleInput,
  type ConsoleState,
  plainLine,
  prompt,
  steps,
} from '../../../../src/config/ios/console/index.ts'
import type { PortSettings } from '../../../../src/net/settings.ts'
import { stateAt } from '../../../../src/net/state.ts'

/** Lines that mean something in some mode. */
const LINES =
  `configure terminal;conf t;end;exit;enable;disable;interface gi0/1;interface gi0/3;int range gi0/1 - 3;int range gi0/1 , gi0/24;
  interface vlan 10;interface po1;int po2;channel-group 2 mode active;vlan 40,41;name LATER;do sh vlan;exit;sh int status;sh ethe sum;sh cdp nei det;sh vtp status;sh span bl;no vlan 40;default interface gi0/3;vlan 20;vlan 20-30;vlan 4094;no vlan 20;no vlan 1;name X;state suspend;shutdown;
  no shutdown;switchport;no switchport;switchport mode access;switchport mode trunk;sw mo dyn des;sw mo dyn auto;no sw mode;sw noneg;
  no sw noneg;sw acc vlan 77;sw acc vlan 10;no sw acc vlan;sw tr nat vlan 99;sw tr nat vlan tag;sw tr all vlan 10,20;sw tr all vlan add 30;
  sw tr all vlan remove 1-4094;sw tr all vlan except 5;sw tr all vlan none;no sw tr all vlan;sw voice vlan 30;channel-group 1 mode on;
  no channel-group;spanning-tree portfast;switchport port-security;vlan dot1q tag native;no vlan dot1q tag native;vtp mode transparent;
  vtp mode client;vtp mode server;vtp domain A;hostname X;ip address 192.0.2.1 255.255.255.0;description x;do sh run;show run;sh vl br;
  sh int sw;sh int tr;sh int gi0/1 sw;sh dtp;sh dtp int;sh dtp int gi0/24;sh mac add;sh vlan dot1q tag native;sh span incon;sh run int po1;
  sh run | inc vlan;sh run | sec (((((;wait 1;wait 40;wait 999999999;sh ?;sw tr ?;?;no ?;do ?;line vty 0 4;macro apply x;ping 1`
    .split(';')
    .map((line) => line.trim())

const strange = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\u001b]0;x\u0007',
    '\u0000',
    'x'.repeat(3000),
    'no no no',
    'interface range gi0/1-9999999',
    'vlan 1-99999',
    '|',
    '| | |',
  ),
)

/** Anything that reaches a console: mostly lines that mean something, else their pieces, keys and noise. */
export const input: fc.Arbitrary<ConsoleInput> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES).map((line) => ({ line })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...LINES), fc.nat(20), strange)
      .map(([line, cut, more]) => ({ line: line.slice(0, cut) + more })),
  },
  { weight: 1, arbitrary: strange.map((text) => ({ text })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<Extract<ConsoleInput, { key: unknown }>['key']>(
        'enter',
        'tab',
        'help',
        'end mode',
        'up',
        'down',
        'left',
        'right',
        'home',
        'end',
        'backspace',
        'delete',
        'delete word',
        'delete to start',
        'delete to end',
      )
      .map((key) => ({ key })),
  },
)

/** The settings of a port without their sources, which are counted in different tables. */
function values({ name: _name, ...settings }: PortSettings): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value]))
}

/** After any inputs: no control character on the screen, and what is configured is what is simulated. */
export function holdsAfter(state: ConsoleState, inputs: readonly ConsoleInput[]): void {
  const { state: now, lines } = steps(state, inputs)
  for (const text of [...lines.map(plainLine), prompt(now), now.editor.text]) {
    expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
  }
  expect(now.editor.cursor).toBeLessThanOrEqual(now.editor.text.length)
  expect(structuredClone(now.mode)).toEqual(now.mode)
  const { world } = now
  const { device } = world.reading
  const simulated = stateAt(world.trace, world.trace.events.length - 1).switches[world.device]
  for (const [name, { settings }] of Object.entries(simulated?.ports ?? {})) {
    const configured = device.ports.find((port) => port.name === name)
    expect([name, configured && values(configured)]).toEqual([name, values(settings)])
  }
  expect(simulated?.device.vlans.existing.value).toEqual(device.vlans.existing.value)
  expect(simulated?.device.tagNative.value).toBe(device.tagNative.value)
}
