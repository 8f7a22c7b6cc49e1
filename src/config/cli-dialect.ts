import type { ProfileName } from '../net/profiles.ts'
import { CliReader } from './cli-reader.ts'
import type { Command, CommandMode } from './command.ts'
import { type CommandNode, commandTree } from './command-tree.ts'
import { type DeviceDefaults, DeviceDraft } from './device-draft.ts'
import { type Dialect, nameOfFile, type Part, type ReadRequest, sampleOf } from './dialect.ts'
import { FateLog } from './fate-log.ts'
import { finishDevice } from './finish-device.ts'
import type { PortDraft } from './port-draft.ts'
import type { DeviceReading } from './reading.ts'
import { SourceList } from './source-list.ts'

/** Which platform a text is of, and why it is taken for that. */
export type Platform = PlatformTraits & {
  /** Sentences for people. */
  readonly reasons: readonly string[]
  /** Sentences on what had to be assumed about the platform. */
  readonly assumptions: readonly string[]
}

/** What a dialect's defaults may hang on. */
export type PlatformTraits = {
  readonly profile: ProfileName
  /** The hardware can do ISL too, so that the encapsulation of a trunk is an own setting (facts B5). */
  readonly twoEncapsulations: boolean
  /** Ports are routed until `switchport` says otherwise (facts D8). */
  readonly routedByDefault: boolean
}

/** What a dialect in the style of a Cisco command line is made of. */
export type CliSpec = Pick<Dialect, 'name' | 'title' | 'signs'> & {
  readonly globalCommands: readonly Command[]
  readonly vlanCommands: readonly Command[]
  readonly portCommands: readonly Command[]
  /** Help for words that only lead to others: `switchport trunk`. */
  readonly portGroups: Readonly<Record<string, string>>
  /** Derives the platform from a sample of the text: its beginning and its end. */
  readonly platform: (sample: string, forced: ProfileName | undefined) => Platform
  /** What the platform has without a line; each default is a source that `source` notes. */
  readonly defaults: (traits: PlatformTraits, source: (text: string) => number) => DeviceDefaults
  /** Settles which VLANs exist, and says what had to be assumed about them (facts J3). */
  readonly settleVlans: (draft: DeviceDraft) => readonly string[]
  /** Ports that may be routed ports for all the text says. */
  readonly maybeRouted: (ports: readonly PortDraft[]) => readonly PortDraft[]
}

/** A dialect in the style of a Cisco command line: blocks under headers, one table of commands. */
export type CliDialect = Dialect & CliSpec & { readonly trees: Readonly<Record<CommandMode, CommandNode>> }

/** Makes the dialect of its table. */
export function cliDialect(spec: CliSpec): CliDialect {
  const dialect: CliDialect = {
    ...spec,
    severalDevices: true,
    trees: {
      global: commandTree(spec.globalCommands),
      port: commandTree(spec.portCommands, spec.portGroups),
      vlan: commandTree(spec.vlanCommands),
    },
    read: (part, request, why) => ({
      devices: [readDevice(dialect, part, request, why)],
      hypervisors: [],
    }),
  }
  return dialect
}

function readDevice(dialect: CliDialect, part: Part, request: ReadRequest, why: string): DeviceReading {
  const { text } = part
  const platform = dialect.platform(sampleOf(text), request.profile)
  const log = new FateLog(text, part.firstLine)
  const sources = new SourceList([], (line) => ({ file: request.path, text: log.textOf(line).trim() }))
  const draft = new DeviceDraft(sources, (source) => dialect.defaults(platform, source))
  new CliReader(dialect.trees, draft, text, log).read()
  const doubts = doubtPorts(dialect.maybeRouted([...draft.ports.values()]), log)
  return finishDevice(draft, {
    dialect: dialect.name,
    profile: platform.profile,
    routedByDefault: platform.routedByDefault,
    assumptions: [...platform.assumptions, ...doubts, ...dialect.settleVlans(draft)],
    reasons: [why, ...platform.reasons],
    lines: () => log.readings(),
    fallbackName: nameOfFile(request.path),
  })
}

/** Makes the `interface` lines of these ports touch them, so that no verdict on one is sure, and says so. */
function doubtPorts(ports: readonly PortDraft[], log: FateLog): readonly string[] {
  for (const { line, settings } of ports) {
    if (line > 0) log.change(line, { state: 'unmodelled', touches: { what: 'port', port: settings.name } })
  }
  const names = ports.map(({ settings }) => settings.name)
  if (names.length === 0) return []
  const shown =
    names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
  return [
    `The text writes "switchport" under its switch ports, as chassis do whose ports are routed by default: ${shown} may be routed.`,
  ]
}
