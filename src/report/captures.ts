import type { Endpoint } from '../net/network.ts'
import { pcapng } from '../net/pcapng.ts'
import { story } from '../net/trace.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { tell } from '../words/tell.ts'
import type { CheckedFile } from './checked.ts'

/** A capture file of one witness. */
export type Capture = { readonly name: string; readonly bytes: Uint8Array }

/** What the ports that the story touches saw of an attack, each packet with the rule that was applied. */
export function captureOf({ trace, proof }: Evidence): Uint8Array {
  const taps = new Map<string, Endpoint>()
  for (const event of story(trace, proof)) {
    if (event.kind !== 'cross') continue
    for (const end of [{ device: event.device, port: event.port }, event.to]) {
      taps.set(`${end.device} ${end.port}`, { device: end.device, port: end.port })
    }
  }
  return pcapng(trace, [...taps.values()], (event) => tell(trace, event))
}

/** The captures of a file's witnesses, named by device, rule, port and VLAN; by the file too where it is called otherwise. */
export function capturesOf({ path, devices }: CheckedFile): Capture[] {
  const stem = path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  return devices.flatMap(({ about, findings }) =>
    findings.flatMap(({ rule, judgement }): Capture[] => {
      const { evidence } = judgement
      if (!evidence?.reached) return []
      const { from, vlan } = evidence
      const file = stem === '-' || stem.toLowerCase() === about.name.toLowerCase() ? [] : [stem]
      const parts = [...file, about.name, rule.id, from.port, `vlan-${vlan}`]
      const name = parts.join('-').replaceAll(/[^\w.-]+/g, '-')
      return [{ name: `${name}.pcapng`, bytes: captureOf(evidence) }]
    }),
  )
}
