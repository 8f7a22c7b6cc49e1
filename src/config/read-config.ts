import type { ProfileName } from '../net/profiles.ts'
import type { CliDialect } from './cli-dialect.ts'
import { CLI_DIALECTS } from './cli-dialects.ts'
import { CliReader } from './cli-reader.ts'
import { DeviceDraft } from './device-draft.ts'
import { finishDevice } from './finish-device.ts'
import { type DeviceReading, type DialectName, type FileReading, UnreadableConfig } from './reading.ts'
import { type Recognised, recognise, sampleOf } from './recognise.ts'

/** What to read, and what the user said about it. */
export type ReadRequest = {
  /** The file, as the user named it: it stands in every source and message. */
  readonly path: string
  readonly dialect?: DialectName | undefined
  readonly profile?: ProfileName | undefined
}

/**
 * Reads a configuration as it was saved or pasted. Every line of the text ends as modelled, harmless, unmodelled or unknown; what
 * the text leaves out is the platform's default, or told as an assumption. Throws `UnreadableConfig` with one sentence for people
 * for what is no configuration.
 */
export function readConfig(text: string, request: ReadRequest): FileReading {
  const { path } = request
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const sample = sampleOf(content)
  const recognised: Recognised = recognise(content, sample, path)
  const { dialect: name, reason } = request.dialect
    ? { dialect: request.dialect, reason: `The dialect was said to be ${request.dialect}.` }
    : recognised
  const dialect = CLI_DIALECTS[name]
  if (!dialect)
    throw new UnreadableConfig(`${path} is of a kind (${name}) that vlan-dojo does not read. ${reason}`)
  return { path, devices: [readDevice(content, dialect, request, reason, sample)] }
}

function readDevice(
  text: string,
  dialect: CliDialect,
  request: ReadRequest,
  reason: string,
  sample: string,
): DeviceReading {
  const platform = dialect.platform(sample, request.profile)
  const draft = new DeviceDraft([], dialect.defaults(platform))
  const reader = new CliReader(dialect, draft, request.path, text)
  let number = 1
  for (let at = 0; at < text.length; number++) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    reader.line(text.slice(at, text.charCodeAt(end - 1) === 0x0d ? end - 1 : end), number, end)
    at = end + 1
  }
  return finishDevice(draft, {
    dialect: dialect.name,
    profile: platform.profile,
    assumptions: [...platform.assumptions, ...dialect.settleVlans(draft)],
    reasons: [reason, ...platform.reasons],
    lines: reader.log.lines,
    fallbackName: nameOfFile(request.path),
  })
}

/** A device's name where its text has none: the file's name without its folder and ending. */
function nameOfFile(path: string): string {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const dot = base.lastIndexOf('.')
  return (dot > 0 ? base.slice(0, dot) : base) || 'switch'
}
