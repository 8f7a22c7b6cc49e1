import type { DeviceReading, HypervisorReading } from '../../config/index.ts'
import { accountOf } from '../../config/line-account.ts'
import { PROFILES } from '../../net/profiles.ts'
import type { CheckedDevice, CheckedFile } from '../../report/checked.ts'
import { RULES } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { beyondBaseline } from '../../verdict/baseline.ts'
import { assumptionsOf, checkSite, type SiteCheck } from '../../verdict/check-site.ts'
import { suppress } from '../../verdict/suppress.ts'
import { joinFiles } from './join-files.ts'
import { type FileText, readFile } from './read-file.ts'
import type { CheckRequest } from './request.ts'
import { serviceNotes } from './service-notes.ts'
import { siteOf } from './site-of.ts'
import { saidSmallest } from './smallest.ts'

/** Checks one file by itself: several devices in it are sites of their own, since nothing says how they are cabled. */
export function checkText(file: FileText, request: CheckRequest): CheckedFile {
  const read = readFile(file, request)
  const { path, devices, hypervisors, problem } = read
  const switches = devices.map((reading) => {
    const { site, notes } = siteOf([reading], [], request)
    const check = checkSite(site, rulesOf(request))
    const told = [...notes, ...serviceNotes(check.view)]
    const checked = checkedDevice(check, reading, request, told, read.mayIgnore)
    return request.smallest ? { ...checked, smallest: saidSmallest(site) } : checked
  })
  const hosts = hypervisors.map((host) => {
    const { site } = siteOf([], [host], request)
    return checkedHost(checkSite(site, rulesOf(request)), host, request)
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
      ...hypervisors.map((host) => checkedHost(check, host, request)),
    ]
    if (checked.length > 0) told = []
    const [first, ...others] = checked
    if (!first || !request.smallest || smallestSaid) return { path, devices: checked, problem }
    smallestSaid = true
    return { path, devices: [{ ...first, smallest: saidSmallest(site) }, ...others], problem }
  })
}

function rulesOf({ rules, ignore }: CheckRequest): readonly Rule[] {
  return RULES.filter(({ id }) => (rules.length === 0 || rules.includes(id)) && !ignore.includes(id))
}

function checkedDevice(
  check: SiteCheck,
  reading: DeviceReading,
  { baseline }: CheckRequest,
  notes: readonly string[],
  mayIgnore: boolean,
): CheckedDevice {
  const own = check.findings.filter(({ device }) => device === reading.name)
  const { findings, suppressed, faults } = mayIgnore
    ? suppress(check.view, reading, own)
    : { findings: own, suppressed: [], faults: [] }
  const { name, dialect, profile, reasons } = reading
  return {
    about: {
      name,
      dialect,
      platform: profile,
      title: PROFILES[profile].title,
      reasons,
      account: accountOf(reading),
    },
    assumptions: assumptionsOf(check, name),
    findings: baseline ? beyondBaseline(check.view, findings, baseline) : findings,
    suppressed,
    notes: [...notes, ...faults],
  }
}

function checkedHost(check: SiteCheck, host: HypervisorReading, { baseline }: CheckRequest): CheckedDevice {
  const { name, dialect, reasons, assumptions } = host
  const own = check.findings.filter(({ device }) => device === name)
  // A finding does not say which of a host's texts its line is in: a comment holds where there is one text only.
  const [first] = host.lines
  const lines = host.lines.every(({ file }) => file === first?.file) ? host.lines : []
  const { findings, suppressed, faults } = suppress(check.view, { lines }, own)
  return {
    about: { name, dialect, platform: 'esxi', title: PROFILES.esxi.title, reasons, account: accountOf(host) },
    assumptions,
    findings: baseline ? beyondBaseline(check.view, findings, baseline) : findings,
    suppressed,
    notes: faults,
  }
}
