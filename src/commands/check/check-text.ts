import type { DeviceReading, HypervisorReading } from '../../config/index.ts'
import { accountOf } from '../../config/line-account.ts'
import { PROFILES } from '../../net/profiles.ts'
import type { CheckedDevice, CheckedFile } from '../../report/checked.ts'
import { RULES } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { beyondBaseline, unsureBeyond } from '../../verdict/baseline.ts'
import { assumptionsOf, checkSite, type SiteCheck } from '../../verdict/check-site.ts'
import type { Finding } from '../../verdict/finding.ts'
import { suppress } from '../../verdict/suppress.ts'
import { unsureLines } from '../../verdict/unsure-lines.ts'
import { joinFiles, namedApart } from './join-files.ts'
import { type FileText, readFile } from './read-file.ts'
import type { CheckRequest } from './request.ts'
import { serviceNotes } from './service-notes.ts'
import { siteOf } from './site-of.ts'
import { saidSmallest } from './smallest.ts'

/** Checks one file by itself: several devices in it are sites of their own, since nothing says how they are cabled. */
export function checkText(file: FileText, request: CheckRequest): CheckedFile {
  const read = readFile(file, request)
  const { path, hypervisors, problem } = read
  const apart = namedApart([read])
  const devices = apart.files.flatMap((each) => each.devices)
  const switches = devices.map((reading, index) => {
    const { site, notes } = siteOf([reading], [], request)
    const check = checkSite(site, rulesOf(request))
    const told = [...(index === 0 ? apart.notes : []), ...notes, ...serviceNotes(check.view)]
    const checked = checkedDevice(check, reading, request, told, read.mayIgnore)
    return request.smallest ? { ...checked, smallest: saidSmallest(site) } : checked
  })
  const hosts = hypervisors.flatMap((host) => {
    const { site } = siteOf([], [host], request)
    const checked = checkedHost(checkSite(site, rulesOf(request)), host, path, request)
    return request.smallest ? checked.map((each) => ({ ...each, smallest: saidSmallest(site) })) : checked
  })
  return { path, devices: [...switches, ...hosts], problem }
}

/** Checks several files as one site, with the cables between their devices. */
export function checkAsSite(texts: readonly FileText[], request: CheckRequest): CheckedFile[] {
  const { files, site, notes } = joinFiles(
    texts.map((text) => readFile(text, request)),
    request,
  )
  const check = checkSite(site, rulesOf(request))
  let told: readonly string[] = [...notes, ...serviceNotes(check.view)]
  let smallestSaid = false
  return files.map(({ path, devices, hypervisors, problem, mayIgnore }) => {
    const checked = [
      ...devices.map((reading) => checkedDevice(check, reading, request, told, mayIgnore)),
      ...hypervisors.flatMap((host) => checkedHost(check, host, path, request)),
    ]
    if (checked.length > 0) told = []
    const [first, ...others] = checked
    if (!first || !request.smallest || smallestSaid) return { path, devices: checked, problem }
    smallestSaid = true
    return { path, devices: [{ ...first, smallest: saidSmallest(site) }, ...others], problem }
  })
}

function rulesOf({ rules, ignore }: Pick<CheckRequest, 'rules' | 'ignore'>): readonly Rule[] {
  return RULES.filter(({ id }) => (rules.length === 0 || rules.includes(id)) && !ignore.includes(id))
}

function checkedDevice(
  check: SiteCheck,
  reading: DeviceReading,
  request: CheckRequest,
  notes: readonly string[],
  mayIgnore: boolean,
): CheckedDevice {
  const { name, dialect, profile, reasons } = reading
  const own = check.findings.filter(({ device }) => device === name)
  const account = accountOf(reading)
  const unsure = unsureLines(check.view, name, own)
  return {
    about: { name, dialect, platform: profile, title: PROFILES[profile].title, reasons, account },
    assumptions: assumptionsOf(check, name),
    unsure: request.baseline ? unsureBeyond(name, unsure, request.baseline) : unsure,
    ...toldOf(check, own, mayIgnore ? reading : null, request, notes),
  }
}

/**
 * What a file tells of a host: the findings in its lines, and in the first of the host's files what is true of the host. Nothing for a
 * further file that holds neither a finding nor a comment of ours.
 */
function checkedHost(
  check: SiteCheck,
  host: HypervisorReading,
  path: string,
  request: CheckRequest,
): CheckedDevice[] {
  const { name, dialect, reasons } = host
  const first = host.lines[0]?.file
  const lines = host.lines.filter(({ file }) => file === path)
  const own = check.findings.filter(
    ({ device, claim }) => device === name && (claim.inFile ?? first) === path,
  )
  const told = toldOf(check, own, { lines }, request, [])
  const isFirst = path === first
  if (!isFirst && own.length + told.notes.length === 0) return []
  const account = accountOf({ lines })
  const about = { name, dialect, platform: 'esxi', title: PROFILES.esxi.title, reasons, account }
  const assumptions = isFirst ? assumptionsOf(check, name) : []
  return [{ about, assumptions, unsure: [], ...told, ...(!isFirst && { continues: true }) }]
}

/** The findings without those that comments in a text keep quiet and those that a baseline knows. */
function toldOf(
  { view }: SiteCheck,
  own: readonly Finding[],
  commented: Parameters<typeof suppress>[1] | null,
  { baseline, ...request }: CheckRequest,
  notes: readonly string[],
): Pick<CheckedDevice, 'findings' | 'suppressed' | 'notes' | 'leftOut'> {
  const { findings, suppressed, faults } = commented
    ? suppress(view, commented, own)
    : { findings: own, suppressed: [], faults: [] }
  const told = baseline ? beyondBaseline(view, findings, baseline) : findings
  const run = rulesOf(request)
  const rules = RULES.filter((rule) => !run.includes(rule)).map(({ id }) => id)
  return {
    findings: told,
    suppressed,
    notes: [...notes, ...faults],
    leftOut: { known: findings.length - told.length, rules },
  }
}
