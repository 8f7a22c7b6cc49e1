import { resolve } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { BadUse } from '../../edge/bad-use.ts'
import { EXIT } from '../../edge/exit.ts'
import type { Io } from '../../edge/io.ts'
import { readInput } from '../../edge/read-input.ts'
import { writeOutput } from '../../edge/write-output.ts'
import { addTotals, NO_TOTALS } from '../../report/checked.ts'
import { FORMATS, type FormatName } from '../../report/index.ts'
import { type Baseline, readBaseline } from '../../verdict/baseline.ts'
import { printable } from '../../words/printable.ts'
import { readArguments } from '../arguments.ts'
import { checkAsSite } from './check-text.ts'
import { FAIL_ON, oneOf, rulesNamed } from './choices.ts'
import { type FileResult, resultOf } from './file-result.ts'
import { checkAll, type Task } from './fleet.ts'
import { filesMeant } from './inputs.ts'
import { textOf } from './one-file.ts'
import { Progress } from './progress.ts'
import type { FileText } from './read-file.ts'
import type { CheckRequest } from './request.ts'
import type { CheckSettings } from './settings.ts'
import { folderOf, settingsFor, settingsIn } from './settings-file.ts'
import { shortPaths } from './short-paths.ts'
import { alsoToldBy, optionWords, TELLING, toldAgain, toldBy } from './told.ts'
import { makeFolder, writeCaptures } from './write-captures.ts'

/** The options of `check`, as its help has them. */
export const CHECK_OPTIONS = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  explain: { type: 'boolean' },
  ...TELLING,
  site: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'fix-to': { type: 'string' },
  pcap: { type: 'string' },
  smallest: { type: 'boolean' },
} as const

type Values = ReturnType<typeof readArguments<typeof CHECK_OPTIONS>>['values']

/** Checks what is named and writes one report. Gives the exit status; a file that cannot be read outweighs findings. */
export async function runCheck(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, CHECK_OPTIONS)
  if (positionals.length === 0)
    throw new BadUse('Name a configuration to check: vlan-dojo check FILE, or - for standard input.')
  const request = await requestOf(values, positionals, io)
  if (request.pcap !== null) await makeFolder(request.pcap)
  const format = FORMATS[request.format]
  io.stdout(format.begin(request))
  let totals = NO_TOTALS
  let failing = false
  let written = false
  const progress = new Progress(io)
  const patches: string[] = []
  const known: string[] = []
  for await (const result of results(positionals, values, request, io)) {
    if (result.piece !== '') {
      io.stdout(written ? format.between + result.piece : result.piece)
      written = true
    }
    for (const { problem } of result.totals.unread) io.stderr(`vlan-dojo: ${printable(problem)}\n`)
    totals = addTotals(totals, result.totals)
    progress.at(totals.files)
    failing ||= result.failing
    if (values['fix-to'] !== undefined) patches.push(result.patch)
    if (values['write-baseline'] !== undefined) known.push(...result.known)
  }
  progress.done()
  io.stdout(format.end(totals, request))
  if (values['fix-to'] !== undefined) await writePatch(values['fix-to'], patches.join(''), io)
  if (values['write-baseline'] !== undefined) {
    const baseline: Baseline = { version: 1, known: [...new Set(known)].sort() }
    await writeNew(values['write-baseline'], `${JSON.stringify(baseline, null, 2)}\n`, io)
  }
  if (totals.unread.length > 0) return EXIT.badUse
  return failing ? EXIT.findings : EXIT.ok
}

async function requestOf(values: Values, paths: readonly string[], io: Io): Promise<CheckRequest> {
  return {
    format: oneOf(Object.keys(FORMATS) as FormatName[], '--format', values.format ?? 'human'),
    columns: io.columns,
    explain: values.explain ?? false,
    version: packageJson.version,
    ...toldBy(values),
    again:
      values.site === undefined
        ? { paths: null, options: toldAgain(values) }
        : {
            paths: await shortPaths(paths, io.cwd),
            options: [...optionWords('site', values.site), ...toldAgain(values)],
          },
    rules: rulesNamed(values.rule ?? []),
    ignore: [],
    baseline: values.baseline === undefined ? null : await baselineIn(values.baseline, io),
    pcap: values.pcap === undefined ? null : resolve(io.cwd, values.pcap),
    failOn: failOnOf(values['fail-on'] ?? 'warning'),
    smallest: values.smallest ?? false,
    wants: [
      ...(values['fix-to'] === undefined ? [] : (['patch'] as const)),
      ...(values['write-baseline'] === undefined ? [] : (['known'] as const)),
    ],
  }
}

function failOnOf(level: string) {
  return FAIL_ON[oneOf(Object.keys(FAIL_ON), '--fail-on', level)] ?? []
}

async function baselineIn(path: string, io: Io): Promise<Baseline> {
  const { text } = await readInput(path, io)
  try {
    return readBaseline(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new BadUse(`${printable(path)} is no baseline: ${printable(why)}`)
  }
}

/** What the files come to, in their order. */
async function* results(
  paths: readonly string[],
  values: Values,
  request: CheckRequest,
  io: Io,
): AsyncGenerator<FileResult> {
  if (values.site !== undefined) {
    const files: FileText[] = []
    for await (const path of filesMeant(paths, io.cwd)) files.push(await textOf(path, io))
    const told = withSettings(request, values, await settingsIn(values.site, io.cwd))
    for (const file of checkAsSite(files, told)) {
      await writeCaptures(file, told.pcap)
      yield resultOf(file, told)
    }
    return
  }
  yield* checkAll(tasksFor(paths, values, request, io), io)
}

/** The files with the settings that hold for their folder. */
async function* tasksFor(
  paths: readonly string[],
  values: Values,
  request: CheckRequest,
  io: Io,
): AsyncGenerator<Task> {
  const requests = new Map<string, CheckRequest>()
  for await (const path of filesMeant(paths, io.cwd)) {
    const folder = folderOf(path, io.cwd)
    const told = requests.get(folder) ?? withSettings(request, values, await settingsFor(folder))
    requests.set(folder, told)
    yield { path, request: told }
  }
}

/** The request with what a settings file says where the command line says nothing. */
function withSettings(request: CheckRequest, values: Values, settings: CheckSettings): CheckRequest {
  return {
    ...request,
    ...alsoToldBy(request, settings),
    ignore: settings.ignore,
    failOn: values['fail-on'] === undefined && settings.failOn ? failOnOf(settings.failOn) : request.failOn,
  }
}

async function writePatch(path: string, patch: string, io: Io): Promise<void> {
  if (patch === '')
    io.stderr(`vlan-dojo: no error or warning has a fix, so ${printable(path)} was not written.\n`)
  else await writeNew(path, patch, io)
}

/** A file that is there already is never replaced: the user chose a name, not a loss. */
async function writeNew(path: string, text: string, io: Io): Promise<void> {
  if ((await writeOutput(path, text, io)) === 'exists')
    throw new BadUse(`${printable(path)} exists already and was left as it is; name a new file.`)
}
