import { fewPorts } from '../config/index.ts'
import type { Finding } from '../verdict/finding.ts'
import { fixLines } from '../verdict/fix.ts'

/** A fix as lines to type: those for the finding's own device, and those for others, such as the far end of a trunk. */
export type FixByDevice = {
  readonly own: readonly string[]
  readonly elsewhere: readonly { readonly device: string; readonly lines: readonly string[] }[]
}

/** The lines of a finding's fix by device. */
export function fixByDevice({ fix, device }: Pick<Finding, 'fix' | 'device'>): FixByDevice {
  const others = new Set(fix.map((step) => step.device))
  others.delete(device)
  return {
    own: fixLines(fix, device),
    elsewhere: [...others].map((name) => ({ device: name, lines: fixLines(fix, name) })),
  }
}

/** The same as a person reads it: ports of equal lines together, and lines for other devices under their names. */
export function fixToRead(finding: Pick<Finding, 'fix' | 'device'>): string[] {
  const { own, elsewhere } = fixByDevice(finding)
  return [
    ...groupedPorts(own),
    ...elsewhere.flatMap(({ device, lines }) => [`and on ${device}:`, ...groupedPorts(lines)]),
  ]
}

/** Ports that take the same lines stand together, so that ten of them do not take thirty lines. */
export function groupedPorts(lines: readonly string[]): string[] {
  const global: string[] = []
  const blocks: { port: string; body: string[] }[] = []
  for (const line of lines) {
    if (line.startsWith('interface ')) blocks.push({ port: line, body: [] })
    else (blocks.at(-1)?.body ?? global).push(line)
  }
  const byBody = new Map<string, string[]>()
  for (const { port, body } of blocks) {
    const key = body.join('\n')
    byBody.set(key, [...(byBody.get(key) ?? []), port])
  }
  const text = [...byBody].flatMap(([body, ports]) =>
    ports.length <= 2 ? ports.flatMap((port) => [port, body]) : [`on each of ${named(ports)}:`, body],
  )
  return [...global, ...text].flatMap((each) => each.split('\n'))
}

function named(headers: readonly string[]): string {
  return fewPorts(headers.map((header) => header.replace(/^interface /, '')))
}
