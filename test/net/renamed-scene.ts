import type { Device, Endpoint, Network } from '../../src/net/network.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'

/** The network with its devices called otherwise and its sources told otherwise, and what is done to it. */
export function renamedScene<T extends { network: Network; stimuli: readonly Stimulus[] }>(
  { network, stimuli, ...rest }: T,
  called: (name: string) => string,
) {
  const end = ({ device, port }: Endpoint) => ({ device: called(device), port })
  return {
    ...rest,
    network: {
      devices: network.devices.map((device): Device => ({ ...device, name: called(device.name) })),
      links: network.links.map(({ a, b }) => ({ a: end(a), b: end(b) })),
      sources: network.sources.map((source, index) => ({
        ...source,
        file: 'other.cfg',
        line: index + 1_000,
      })),
    },
    stimuli: stimuli.map((each): Stimulus => {
      if (each.do === 'cable') return { ...each, a: end(each.a), b: end(each.b) }
      return each.do === 'wait' ? each : { ...each, device: called(each.device) }
    }),
  }
}
