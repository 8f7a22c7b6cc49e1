import type { LineAccount } from '../config/line-account.ts'
import type { DialectName } from '../config/reading.ts'
import type { RuleId } from '../rules/rule.ts'
import type { Finding, Level } from '../verdict/finding.ts'
import type { Suppressed } from '../verdict/suppress.ts'
import type { UnsureLine } from '../verdict/unsure-lines.ts'

/** What a report says about a device itself: a switch, or a hypervisor with its virtual switches. */
export type AboutDevice = {
  readonly name: string
  readonly dialect: DialectName
  /** Name of its behaviour profile. */
  readonly platform: string
  /** How people call the platform. */
  readonly title: string
  /** Why it was taken for that, as sentences. */
  readonly reasons: readonly string[]
  /** What became of its lines. */
  readonly account: LineAccount
}

/** A search for the smallest fix as reports tell it. */
export type SmallestSaid =
  | { readonly found: 'nothing-open' }
  /** How many ways of attack are open. */
  | { readonly found: 'none'; readonly open: number }
  | {
      readonly found: 'fix'
      readonly lines: readonly string[]
      readonly commands: number
      readonly minimal: boolean
      /** The smallest breaks: what is left out, and how many ways are open again then. */
      readonly breaks: readonly { readonly without: string; readonly opens: number }[]
    }

/** One device with everything a report says about it. */
export type CheckedDevice = {
  readonly about: AboutDevice
  /** What the answer rests on, as sentences. */
  readonly assumptions: readonly string[]
  /** Gravest first. */
  readonly findings: readonly Finding[]
  /** The fewest commands that close everything that is open, where they were asked for; commands of other devices with their name. */
  readonly smallest?: SmallestSaid
  /** What comments in the file keep quiet. */
  readonly suppressed: readonly Suppressed[]
  /** Lines that were not understood and leave verdicts open that no finding tells. */
  readonly unsure: readonly UnsureLine[]
  /** What was not to be told: findings that a baseline knows, and rules that were not run. */
  readonly leftOut: { readonly known: number; readonly rules: readonly RuleId[] }
  /** Comments and choices that do nothing, as sentences. */
  readonly notes: readonly string[]
  /** Whether an earlier file of the check told of the device already, so that it counts there. */
  readonly continues?: boolean
}

/** One file after its check: its devices, or the sentence that says why it could not be read. */
export type CheckedFile = {
  /** As the user named it. */
  readonly path: string
  readonly devices: readonly CheckedDevice[]
  readonly problem: string | null
}

/** What a whole check comes to. */
export type Totals = {
  readonly files: number
  readonly devices: number
  readonly error: number
  readonly warning: number
  readonly advice: number
  /** Lines that leave verdicts open that no finding tells; they weigh as much as a warning. */
  readonly unsure: number
  readonly suppressed: number
  readonly unread: readonly { readonly path: string; readonly problem: string }[]
}

/** Before any file. */
export const NO_TOTALS: Totals = {
  files: 0,
  devices: 0,
  error: 0,
  warning: 0,
  advice: 0,
  unsure: 0,
  suppressed: 0,
  unread: [],
}

/** The totals of one file. */
export function totalsOf({ path, devices, problem }: CheckedFile): Totals {
  const levels = { error: 0, warning: 0, advice: 0 }
  for (const { findings } of devices) for (const { level } of findings) levels[level]++
  return {
    files: 1,
    devices: devices.filter(({ continues }) => !continues).length,
    ...levels,
    unsure: devices.reduce((sum, each) => sum + each.unsure.length, 0),
    suppressed: devices.reduce((sum, each) => sum + each.suppressed.length, 0),
    unread: problem === null ? [] : [{ path, problem }],
  }
}

/** Two totals as one. */
export function addTotals(a: Totals, b: Totals): Totals {
  return {
    files: a.files + b.files,
    devices: a.devices + b.devices,
    error: a.error + b.error,
    warning: a.warning + b.warning,
    advice: a.advice + b.advice,
    unsure: a.unsure + b.unsure,
    suppressed: a.suppressed + b.suppressed,
    unread: b.unread.length > 0 ? [...a.unread, ...b.unread] : a.unread,
  }
}

/** How the command line told a check what it knows, for a command that is to see the same site. */
export type ToldAgain = {
  /** The files of the site; null where each file is judged by itself, so that the file of the finding is to be named. */
  readonly paths: readonly string[] | null
  readonly options: readonly string[]
}

/** What a reader asked for, beyond the findings themselves. */
export type ReportStyle = {
  /** Cells a line of text may take. */
  readonly columns: number
  /** Whether the lines that were not understood are listed. */
  readonly explain: boolean
  /** Version of the program, for formats that name it. */
  readonly version: string
  /** How a further command is told what this check was told. */
  readonly again: ToldAgain
  /** Levels that make the exit status 1. */
  readonly failOn: readonly Level[]
  /** The only rules that were to be run; all of them where it is empty. */
  readonly rules: readonly RuleId[]
}

/**
 * A format, written piece by piece as files are done, so that ten thousand of them need no more memory than one. The pieces of
 * files stand between `begin` and `end`, with `between` where neither of two is empty.
 */
export type ReportFormat = {
  readonly begin: (style: ReportStyle) => string
  readonly file: (file: CheckedFile, style: ReportStyle) => string
  readonly between: string
  readonly end: (totals: Totals, style: ReportStyle) => string
}
