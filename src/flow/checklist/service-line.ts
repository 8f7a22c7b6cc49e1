import { type DeviceReading, findPort } from '../../config/index.ts'
import { FIRST_VLAN, LAST_VLAN } from '../../net/vlan-set.ts'
import type { Service } from '../../rules/site.ts'

/** What is wrong with a line that names a service; `part` is the word it is about. */
export type ServiceTrouble = {
  readonly wrong: 'no-vlan' | 'no-port' | 'few-ends' | 'twice'
  readonly part: string
}

/**
 * Reads a service from a line such as `vMotion 20 Gi0/10 Gi0/24`: its name, which may have blanks in it, its VLAN, and at least two
 * ports between which it has to work. Commas may stand between ports.
 */
export function readService(
  line: string,
  reading: DeviceReading,
  known: readonly Service[] = [],
): Service | ServiceTrouble {
  const words = line.split(/[\s,]+/).filter(Boolean)
  const at = words.findIndex((word, index) => index > 0 && /^\d+$/.test(word))
  const name = words.slice(0, at).join(' ')
  const vlan = Number(words[at])
  if (at < 0 || vlan < FIRST_VLAN || vlan > LAST_VLAN) return { wrong: 'no-vlan', part: words[at] ?? '' }
  if (known.some((each) => each.name === name)) return { wrong: 'twice', part: name }
  const ports = new Set<string>()
  for (const word of words.slice(at + 1)) {
    const port = findPort(reading, word)
    if (!port) return { wrong: 'no-port', part: word }
    ports.add(port.name)
  }
  if (ports.size < 2) return { wrong: 'few-ends', part: name }
  return { name, vlan, ends: [...ports].map((port) => ({ device: reading.name, port })) }
}
