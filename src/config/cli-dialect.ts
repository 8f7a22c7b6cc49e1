import type { ProfileName } from '../net/profiles.ts'
import { CliReader } from './cli-reader.ts'
import type { Command, CommandMode } from './command.ts'
import { type CommandNode, commandTree } from './command-tree.ts'
import { type DeviceDefaults, DeviceDraft } from './device-draft.ts'
import { type Dialect, nameOfFile, type Part, type ReadRequest, sampleOf } from './dialect.ts'
import { FateLog, MODELLED } from './fate-log.ts'
import { finishDevice } from './finish-device.ts'
import { KnownBlocks } from './known-blocks.ts'
import { KnownLines } from './known-lines.ts'
import type { Observed } from './observed.ts'
import { isOwn, type PortDraft } from './port-draft.ts'
import type { PortTable } from './port-table.ts'
import type { DeviceReading } from './reading.ts'
import { SourceList } from './source-list.ts'

/** Ports that may be routed ports, and what in the text shows it, as the beginning of a sentence. */
export type MaybeRouted = { readonly ports: readonly PortDraft[]; readonly shown: string }

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

/** A text without what show commands printed in it, and the way to take that into the device. */
export type Separated = {
  /** The text with the lines of those outputs blank, so that every other line keeps its number. */
  readonly config: string
  /** The name in the device's prompt, where the text holds one before an output. */
  readonly prompt: string | null
  /** Called when the configuration has been read. Null where the text holds no output. */
  readonly observe: ((draft: DeviceDraft) => Told) | null
}

/** What outputs of show commands added to what is known of a device. */
export type Told = {
  readonly observed: Observed
  /** Where outputs and configuration disagree, and what the outputs show that no line says: sentences for people. */
  readonly remarks: readonly string[]
  /** Lines of the outputs that made a setting or a fact. */
  readonly used: ReadonlySet<number>
}

/** How `interface` names several ports: what stands before them, between the ends of a run, and between runs. */
export type RangeStyle = { readonly word: string; readonly to: string; readonly and: string }

/** What a dialect in the style of a Cisco command line is made of. */
export type CliSpec = Pick<Dialect, 'name' | 'title' | 'signs'> & {
  readonly globalCommands: readonly Command[]
  readonly vlanCommands: readonly Command[]
  readonly portCommands: readonly Command[]
  readonly ranges: RangeStyle
  /** Help for words that only lead to others: `switchport trunk`. */
  readonly portGroups: Readonly<Record<string, string>>
  /** Derives the platform from a sample of the text: its beginning and its end. */
  readonly platform: (sample: string, forced: ProfileName | undefined) => Platform
  /** What the platform has without a line; each default is a source that `source` notes. */
  readonly defaults: (traits: PlatformTraits, source: (text: string) => number) => DeviceDefaults
  /** Settles which VLANs exist, and says what had to be assumed about them (facts J3). */
  readonly settleVlans: (draft: DeviceDraft) => readonly string[]
  /** Ports that may be routed ports for all the text says. */
  readonly maybeRouted: (ports: PortTable) => readonly MaybeRouted[]
  /** Settles what the device makes of lines that it refuses together, and says so; absent where a dialect knows of none. */
  readonly settlePorts?: (ports: PortTable) => readonly string[]
  /** Takes out what show commands printed; absent where this dialect's outputs are not read. */
  readonly separateOutputs?: (text: string, firstLine: number) => Separated
}

/** A dialect in the style of a Cisco command line: blocks under headers, one table of commands. */
export type CliDialect = Dialect & CliSpec & { readonly trees: Readonly<Record<CommandMode, CommandNode>> }

/** Makes the dialect of its table. */
export function cliDialect(spec: CliSpec): CliDialect {
  const trees = {
    global: commandTree(spec.globalCommands),
    port: commandTree(spec.portCommands, spec.portGroups),
    vlan: commandTree(spec.vlanCommands),
  }
  const known = new KnownBlocks(new KnownLines(trees))
  const dialect: CliDialect = {
    ...spec,
    severalDevices: true,
    trees,
    read: (part, request, why) => ({
      devices: [readDevice(dialect, known, part, request, why)],
      hypervisors: [],
    }),
  }
  return dialect
}

function readDevice(
  dialect: CliDialect,
  known: KnownBlocks,
  part: Part,
  request: ReadRequest,
  why: string,
): DeviceReading {
  const { path } = request
  const nothing: Separated = { config: part.text, prompt: null, observe: null }
  const { config, prompt, observe } = dialect.separateOutputs?.(part.text, part.firstLine) ?? nothing
  const platform = dialect.platform(sampleOf(part.text), request.profile)
  const log = new FateLog(part.text, part.firstLine)
  const sources = new SourceList([], path, (line) => log.textOf(line).trim())
  const draft = new DeviceDraft(sources, (source) => dialect.defaults(platform, source))
  new CliReader(known, draft, config, log).read()
  const maybeRouted = dialect.maybeRouted(draft.ports)
  const settled = dialect.settlePorts?.(draft.ports) ?? []
  const told = observe?.(draft)
  for (const line of told?.used ?? []) log.change(line, MODELLED)
  const doubts = maybeRouted.flatMap(({ ports, shown }) =>
    doubtPorts(
      ports.filter((port) => !isOwn(port, 'switching')),
      shown,
      log,
    ),
  )
  const vlans = told?.observed.vlansListed ? [] : dialect.settleVlans(draft)
  return finishDevice(draft, {
    dialect: dialect.name,
    profile: platform.profile,
    routedByDefault: platform.routedByDefault,
    assumptions: [...platform.assumptions, ...doubts, ...settled, ...vlans, ...(told?.remarks ?? [])],
    reasons: [why, ...platform.reasons],
    lines: () => log.readings(),
    account: () => log.account(),
    fallbackName: prompt ?? nameOfFile(path),
    ...(told && { observed: told.observed }),
  })
}

/** Makes the `interface` lines of these ports touch them, so that no verdict on one is sure, and says so. */
function doubtPorts(ports: readonly PortDraft[], why: string, log: FateLog): readonly string[] {
  for (const { line, settings } of ports) {
    if (line > 0) log.change(line, { state: 'unmodelled', touches: { what: 'port', port: settings.name } })
  }
  const names = ports.map(({ settings }) => settings.name)
  if (names.length === 0) return []
  const shown =
    names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
  return [`${why}: ${shown} may be routed.`]
}
