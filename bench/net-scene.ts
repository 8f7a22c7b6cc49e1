import { BROADCAST, type Frame } from '../src/net/frame.ts'
import type { Device, Link, Network } from '../src/net/network.ts'
import { NOTHING_TOLD } from '../src/net/per-vlan.ts'
import { defaultPort, plainVlans } from '../src/net/settings.ts'
import type { Stimulus } from '../src/net/stimulus.ts'
import { ALL_VLANS } from '../src/net/vlan-set.ts'

const HOSTS_EACH = 24
const by = [0]

/** Switches in a row with a trunk between neighbours, each with 24 access ports and a host on each. */
export function row(switches: number, hostsEach = HOSTS_EACH): Network {
  const devices: Device[] = []
  const links: Link[] = []
  for (let s = 1; s <= switches; s++) {
    const name = `S${s}`
    const access = Array.from({ length: hostsEach }, (_, i) => defaultPort(`p${i}`, 'access', 0))
    const trunks = ['up', 'down'].map((port) => ({
      ...defaultPort(port, 'trunk', 0),
      negotiate: { value: false, from: by },
    }))
    devices.push({
      kind: 'switch',
      name,
      profile: 'catalyst-2950',
      options: {},
      mac: `02:aa:00:${(s >> 8).toString(16).padStart(2, '0')}:${(s & 255).toString(16).padStart(2, '0')}:00`,
      ports: [...access, ...trunks],
      vlans: plainVlans({ value: ALL_VLANS, from: by }),
      tagNative: { value: false, from: by },
      vtpDomain: { value: '', from: by },
      vtpMode: { value: 'server', from: by },
      bridgePriority: { value: NOTHING_TOLD, from: by },
      pathCostMethod: { value: 'platform-default', from: by },
    })
    if (s > 1) links.push({ a: { device: `S${s - 1}`, port: 'down' }, b: { device: name, port: 'up' } })
    for (let h = 0; h < hostsEach; h++) {
      devices.push({ kind: 'station', name: `${name}h${h}`, spec: { kind: 'host', mac: macOf(s, h) } })
      links.push({ a: { device: `${name}h${h}`, port: 'eth0' }, b: { device: name, port: `p${h}` } })
    }
  }
  return { devices, links, sources: [{ kind: 'assumed', text: 'the bench says so' }] }
}

/** The same row with a second link from each switch to one a third of the row further on, so that every switch is in many loops. */
export function mesh(switches: number): Network {
  const { devices, links, sources } = row(switches, 0)
  const trunk = (name: string) => ({
    ...defaultPort(name, 'trunk', 0),
    negotiate: { value: false, from: by },
  })
  const across = Array.from({ length: switches }, (_, s): Link => {
    const far = ((s + Math.floor(switches / 3) + 1) % switches) + 1
    return { a: { device: `S${s + 1}`, port: 'across' }, b: { device: `S${far}`, port: 'back' } }
  })
  return {
    devices: devices.map((device) =>
      device.kind === 'switch'
        ? { ...device, ports: [...device.ports, trunk('across'), trunk('back')] }
        : device,
    ),
    links: [...links, ...across],
    sources,
  }
}

function macOf(s: number, h: number): string {
  const byte = (value: number) => (value & 255).toString(16).padStart(2, '0')
  return `02:00:${byte(s >> 8)}:${byte(s)}:00:${byte(h)}`
}

/** Broadcasts of 64 bytes with check sum, one a millisecond and more apart, from the hosts of the first switch in turn. */
export function broadcasts(count: number): Stimulus[] {
  const frames = Array.from(
    { length: HOSTS_EACH },
    (_, h): Frame => ({
      dst: BROADCAST,
      src: macOf(1, h),
      tags: [],
      ethertype: 0x88b5,
      payload: '5a'.repeat(46),
    }),
  )
  return Array.from({ length: count }, (_, i) => ({
    when: { at: 10 + i * 5 },
    do: 'send',
    device: `S1h${i % HOSTS_EACH}`,
    port: 'eth0',
    frame: frames[i % HOSTS_EACH] ?? broken(),
  }))
}

function broken(): never {
  throw new RangeError('There is a frame for every host.')
}

/** Addresses do not age in a bench: there is no wait in it. */
export const SETTINGS = { macAgeing: 1e9 }

/** Work over seconds: the best of five, since other programs only ever slow a run down. */
export function best(work: () => number): number {
  let most = 0
  for (let i = 0; i < 5; i++) {
    const before = process.cpuUsage()
    const done = work()
    const { user, system } = process.cpuUsage(before)
    most = Math.max(most, (done * 1e6) / (user + system))
  }
  return most
}
