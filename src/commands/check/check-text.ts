import {
  type DeviceReading,
  type HypervisorReading,
  readConfig,
  UnreadableConfig,
} from '../../config/index.ts'
import { PROFILES } from '../../net/profiles.ts'
import type { CheckedDevice, CheckedFile } from '../../report/checked.ts'
import { RULES } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { beyondBaseline } from '../../verdict/baseline.ts'
import { assumptionsOf, checkSite, type SiteCheck } from '../../verdict/check-site.ts'
import { suppress } from '../../verdict/suppress.ts'
import type { CheckRequest } from './request.ts'
import { siteOf } from './site-of.ts'

/** A file's text, or the sentence that says why it has none. */
export type FileText = { readonly path: string } & ({ readonly text: string } | { readonly problem: string })

type Read = {
  readonly path: string
  readonly devices: readonly DeviceReading[]
  readonly hypervisors: readonly HypervisorReading[]
  readonly problem: string | null
}

/** Checks one file by itself: several devices in it are sites of their own, since nothing says how they are cabled. */
export function checkText(file: FileText, request: CheckRequest): CheckedFile {
  const { path, devices, hypervisors, problem } = read(file, request)
  const switches = devices.map((reading) => {
    const { site, notes } = siteOf([reading], [], request)
    return checkedDevice(checkSite(site, rulesOf(request)), reading, request, notes)
  })
  const hosts = hypervisors.map((host) => {
    const { site } = siteOf([], [host], request)
    return checkedHost(checkSite(site, rulesOf(request)), host, request)
  })
  return { path, devices: [...switches, ...hosts], problem }
}

/** Checks several files as one site, with the cables between their devices. */
export function checkAsSite(files: readonly FileText[], request: CheckRequest): CheckedFile[] {
  const all = files.map((file) => read(file, request))
  const { site, notes } = siteOf(
    all.flatMap(({ devices }) => devices),
    all.flatMap(({ hypervisors }) => hypervisors),
    request,
  )
  const check = checkSite(site, rulesOf(request))
  let told: readonly string[] = notes
  return all.map(({ path, devices, hypervisors, problem }) => {
    const checked = [
      ...devices.map((reading) => checkedDevice(check, reading, request, told)),
      ...hypervisors.map((host) => checkedHost(check, host, request)),
    ]
    if (checked.length > 0) told = []
    return { path, devices: checked, problem }
  })
}

function rulesOf({ rules, ignore }: CheckRequest): readonly Rule[] {
  return RULES.filter(({ id }) => (rules.length === 0 || rules.includes(id)) && !ignore.includes(id))
}

function read(file: FileText, { dialect, platform }: CheckRequest): Read {
  const { path } = file
  if ('problem' in file) return { path, devices: [], hypervisors: [], problem: file.problem }
  try {
    const { devices, hypervisors } = readConfig(file.text, { path, dialect, profile: platform })
    return { path, devices, hypervisors, problem: null }
  } catch (error) {
    if (!(error instanceof UnreadableConfig)) throw error
    return { path, devices: [], hypervisors: [], problem: error.message }
  }
}

function checkedDevice(
  check: SiteCheck,
  reading: DeviceReading,
  { baseline }: CheckRequest,
  notes: readonly string[],
): CheckedDevice {
  const own = check.findings.filter(({ device }) => device === reading.name)
  const { findings, suppressed, faults } = suppress(reading, own)
  const { name, dialect, profile, reasons, lines } = reading
  return {
    about: { name, dialect, platform: profile, title: PROFILES[profile].title, reasons, lines },
    assumptions: assumptionsOf(check, name),
    findings: baseline ? beyondBaseline(findings, baseline) : findings,
    suppressed,
    notes: [...notes, ...faults],
  }
}

function checkedHost(check: SiteCheck, host: HypervisorReading, { baseline }: CheckRequest): CheckedDevice {
  const { name, dialect, reasons, lines, assumptions } = host
  const findings = check.findings.filter(({ device }) => device === name)
  return {
    about: { name, dialect, platform: 'esxi', title: PROFILES.esxi.title, reasons, lines },
    assumptions,
    findings: baseline ? beyondBaseline(findings, baseline) : findings,
    suppressed: [],
    notes: [],
  }
}
