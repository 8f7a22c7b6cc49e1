import { type ReadRequest, sampleOf } from './dialect.ts'
import type { FileReading } from './reading.ts'
import { recognise } from './recognise.ts'
import { splitDevices } from './split-devices.ts'

/**
 * Reads a configuration as it was saved or pasted. Every line of the text ends as modelled, harmless, unmodelled or unknown; what
 * the text leaves out is the platform's default, or told as an assumption. Throws `UnreadableConfig` with one sentence for people
 * for what is no configuration.
 */
export function readConfig(text: string, request: ReadRequest): FileReading {
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const whole = recognise(sampleOf(content), request)
  if (!whole.dialect.severalDevices) {
    const found = whole.dialect.read({ text: content, firstLine: 1 }, request, whole.reason)
    return { path: request.path, ...found }
  }
  const parts = splitDevices(content)
  const found = parts.map((part) => {
    const { dialect, reason } = parts.length > 1 ? recognise(sampleOf(part.text), request) : whole
    return dialect.read(part, request, reason)
  })
  return {
    path: request.path,
    devices: found.flatMap(({ devices }) => devices),
    hypervisors: found.flatMap(({ hypervisors }) => hypervisors),
  }
}
