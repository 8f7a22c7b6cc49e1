import type { Event } from '../../../net/event.ts'
import type { Endpoint } from '../../../net/network.ts'
import type { Trace } from '../../../net/trace.ts'

/** What is plugged into each port of a device after these events: by port, the far end of its cable. */
export function farEnds(trace: Trace, device: string, past: readonly Event[]): Map<string, Endpoint> {
  const ends = new Map<string, Endpoint>()
  const note = (a: Endpoint, b: Endpoint, connected: boolean) => {
    for (const [here, far] of [
      [a, b],
      [b, a],
    ] as const) {
      if (here.device !== device) continue
      if (connected) ends.set(here.port, far)
      else ends.delete(here.port)
    }
  }
  for (const { a, b } of trace.network.links) note(a, b, true)
  for (const event of past) {
    if (event.kind === 'cable') note({ device: event.device, port: event.port }, event.to, event.connected)
  }
  return ends
}
