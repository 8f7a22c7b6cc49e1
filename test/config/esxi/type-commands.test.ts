import { describe, expect, test } from 'vitest'
import {
  esxiCommands,
  type HypervisorReading,
  readConfig,
  typeAtHypervisor,
} from '../../../src/config/index.ts'

const LIST = `[root@esx1:~] esxcli network vswitch standard portgroup list
Name      Virtual Switch  Active Clients  VLAN ID
--------  --------------  --------------  -------
Firewall  vSwitch0                     1     4095
VM 'net'  vSwitch0                     1        7
`
const policy = (kind: string, promiscuous: boolean) =>
  `[root@esx1:~] esxcli network vswitch standard ${kind}\n   Allow Promiscuous: ${promiscuous}\n   Allow MAC Address Change: true\n   Allow Forged Transmits: true\n`
const SWITCH = policy('policy security get -v vSwitch0', true)
const OWN = policy('portgroup policy security get -p Firewall', false)

function read(text: string): HypervisorReading {
  const [host] = readConfig(text, { path: 'esx1.txt' }).hypervisors
  if (!host) throw new Error('There is no host in the text.')
  return host
}

/** What the commands of esxcli are about, without where it comes from. */
function state({ portGroups, vSwitches }: HypervisorReading) {
  const answers = ({
    promiscuous,
    macChanges,
    forgedTransmits,
  }: HypervisorReading['vSwitches'][number]['policy']) =>
    `${promiscuous.value} ${macChanges.value} ${forgedTransmits.value}`
  return {
    groups: portGroups.map(({ name, vlan, policy: own }) => [name, vlan.value, answers(own)]),
    switches: vSwitches.map(({ name, policy: own }) => [name, answers(own)]),
  }
}

describe('commands typed at a host', () => {
  test.each([
    ['a VLAN instead of tags of guests', LIST + SWITCH, LIST.replace('4095', '  50') + SWITCH],
    ['tags of guests instead of a VLAN, behind a name in quotes', LIST, LIST.replace('      7', '   4095')],
    [
      'a policy, which port groups take from their switch',
      LIST + SWITCH,
      LIST + SWITCH.replaceAll('true', 'false'),
    ],
  ])('lead from one state to the other: %s', (_, before, after) => {
    const commands = esxiCommands(read(before), read(after)).map(({ line }) => line)
    expect(commands).not.toEqual([])
    expect(state(typeAtHypervisor(read(before), commands))).toEqual(state(read(after)))
  })

  test('leave a policy of a port group of its own as it is when its switch changes', () => {
    const host = read(LIST + SWITCH + OWN)
    const command = 'esxcli network vswitch standard policy security set -v vSwitch0 --allow-mac-change=false'
    const { portGroups } = typeAtHypervisor(host, [command])
    expect(portGroups.map(({ policy: { macChanges } }) => macChanges.value)).toEqual(['accept', 'reject'])
  })

  test('say where the new value comes from', () => {
    const command = 'esxcli network vswitch standard portgroup set -p Firewall -v 50'
    const { portGroups, sources } = typeAtHypervisor(read(LIST), [command])
    const by = portGroups[0]?.vlan.from.map((id) => sources[id])
    expect(by).toEqual([{ kind: 'typed', text: command }])
  })

  test.each([
    'esxcli network vswitch standard portgroup set -p Nobody -v 50',
    'esxcli network vswitch standard portgroup set -p Firewall -v 5000',
    'esxcli network vswitch standard portgroup set -p Firewall',
    'esxcli network vswitch standard policy security set -v vSwitch9 --allow-promiscuous=false',
    'esxcli network vswitch standard policy security set -v vSwitch0 --allow-promiscuous=perhaps',
    'esxcli network vswitch standard list',
    'reboot',
  ])('%s changes nothing', (command) => {
    expect(state(typeAtHypervisor(read(LIST + SWITCH), [command]))).toEqual(state(read(LIST + SWITCH)))
  })
})
