import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { commentedPorts } from '../../src/verdict/commented-ports.ts'

const IGNORE = /vlan-dojo-ignore/

/** The ports that the only comment of a text is about, of these ports of a finding that rests on these lines. */
function meant(text: string, ports: readonly string[], lines: readonly number[] = []): readonly string[] {
  const [reading] = readConfig(text, { path: 'x.cfg' }).devices
  if (!reading) throw new Error('There is no device in the text.')
  const comment = [...reading.lines].findIndex((each) => IGNORE.test(each.text))
  return commentedPorts(reading, comment + 2, { ports, lines })
}

const BOTH = ['Gi0/1', 'Gi0/2']
const COMMENT = '! vlan-dojo-ignore access/vlan1 -- lab'

describe('a comment is about the ports of the block it stands in or above', () => {
  test.each([
    ['above a header', `interface Gi0/1\n mtu 1500\n${COMMENT}\ninterface Gi0/2\n mtu 1500\n`, ['Gi0/2']],
    ['inside a block', `interface Gi0/1\n${COMMENT}\n mtu 1500\ninterface Gi0/2\n mtu 1500\n`, ['Gi0/1']],
    ['above a range', `${COMMENT}\ninterface range Gi0/1 - 2\n mtu 1500\n`, BOTH],
    [
      'above a later block of a port of a range',
      `interface range Gi0/1 - 2\n mtu 1500\n${COMMENT}\ninterface GigabitEthernet0/2\n description lab\n`,
      ['Gi0/2'],
    ],
    [
      'in a script without indentation',
      `interface Gi0/1\n${COMMENT}\nmtu 1500\ninterface Gi0/2\n`,
      ['Gi0/1'],
    ],
    [
      'above a line behind all blocks',
      `interface Gi0/1\n mtu 1500\n${COMMENT}\nrouter ospf 1\ninterface Gi0/2\n`,
      [],
    ],
    [
      'in a block of something else',
      `interface Gi0/1\n mtu 1500\nrouter ospf 1\n${COMMENT}\n network 10.0.0.0\ninterface Gi0/2\n`,
      [],
    ],
  ])('%s', (_, text, ports) => {
    expect(meant(text, BOTH)).toEqual(ports)
  })

  test('on a bridge of a host, the port that the line makes and no other', () => {
    const text = `ovs-vsctl add-br br0\novs-vsctl add-port br0 vnet1 tag=1\n# vlan-dojo-ignore access/vlan1 -- lab\novs-vsctl add-port br0 vnet2 tag=1\n`
    expect(meant(text, ['vnet1', 'vnet2'], [2, 4])).toEqual(['vnet2'])
  })

  test('a VLAN interface, which is no port, by the line its finding rests on', () => {
    const text = `interface Gi0/1\n mtu 1500\n${COMMENT}\ninterface Vlan1\n ip address 10.0.0.1 255.255.255.0\n`
    expect(meant(text, ['Vlan1'], [4])).toEqual(['Vlan1'])
    expect(meant(text, ['Vlan1'], [7])).toEqual([])
  })
})
