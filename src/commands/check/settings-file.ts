import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { DialectName } from '../../config/index.ts'
import { BadUse } from '../../edge/bad-use.ts'
import type { OptionValues } from '../../net/options.ts'
import type { ProfileName } from '../../net/profiles.ts'
import { PURPOSES } from '../../rules/purpose.ts'
import type { RuleId } from '../../rules/rule.ts'
import { printable } from '../../words/printable.ts'
import {
  assumptionsNamed,
  dialectNamed,
  oneOf,
  type PurposeChoice,
  platformNamed,
  rulesNamed,
} from './choices.ts'

/** The file that says what the user knows about a folder's configurations. */
export const SETTINGS_FILE = '.vlan-dojo.yaml'

/** A service as a settings file names it. Ports are `Gi0/1`, or `SW1 Gi0/1` where several devices are one site. */
export type ServiceChoice = {
  readonly name: string
  readonly vlan: number
  readonly ports: readonly string[]
}

/** What a settings file says. A cable is a pair of ports, each with its device. */
export type CheckSettings = {
  readonly purposes: readonly PurposeChoice[]
  readonly services: readonly ServiceChoice[]
  readonly links: readonly (readonly [string, string])[]
  readonly ignore: readonly RuleId[]
  readonly assume: OptionValues
  readonly dialect?: DialectName | undefined
  readonly platform?: ProfileName | undefined
  readonly failOn?: string | undefined
}

/** What is said where no file says anything. */
export const NO_SETTINGS: CheckSettings = { purposes: [], services: [], links: [], ignore: [], assume: {} }

/** The settings that hold for files of this folder: those of the nearest settings file, from the folder upward. */
export async function settingsFor(folder: string): Promise<CheckSettings> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, SETTINGS_FILE)
    const text = await textOf(path)
    if (text !== null) return readSettings(text, path)
    if (dirname(at) === at) return NO_SETTINGS
  }
}

/** The settings of a file the user named. Throws `BadUse` where it cannot be read. */
export async function settingsIn(path: string, cwd: string): Promise<CheckSettings> {
  const text = await textOf(resolve(cwd, path))
  if (text === null)
    throw new BadUse(`${printable(path)} cannot be read; name a file with purposes, services and links.`)
  return readSettings(text, path)
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return null
  }
}

/** Reads the text of a settings file. Throws `BadUse` with the file and what is wrong. */
export async function readSettings(text: string, path: string): Promise<CheckSettings> {
  const { parse } = await import('yaml')
  try {
    return settingsOf(asRecord(parse(text, { version: '1.2' }) ?? {}, 'the file'))
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new BadUse(`${printable(path)} does not say what it should: ${printable(why)}`)
  }
}

const KEYS = ['purposes', 'services', 'links', 'ignore', 'assume', 'dialect', 'platform', 'fail-on'] as const

function settingsOf(file: Record<string, unknown>): CheckSettings {
  for (const key of Object.keys(file)) oneOf(KEYS, 'a settings file', key)
  const text = (key: (typeof KEYS)[number]) => (file[key] === undefined ? undefined : String(file[key]))
  const dialect = text('dialect')
  const platform = text('platform')
  return {
    purposes: Object.entries(asRecord(file.purposes ?? {}, 'purposes')).map(([ports, purpose]) => ({
      ports,
      purpose: oneOf(PURPOSES, `purposes, ${ports},`, String(purpose)),
    })),
    services: asList(file.services ?? [], 'services').map(serviceOf),
    links: asList(file.links ?? [], 'links').map(linkOf),
    ignore: rulesNamed(asList(file.ignore ?? [], 'ignore').map(String)),
    assume: assumptionsNamed(
      Object.entries(asRecord(file.assume ?? {}, 'assume')).map(
        ([option, value]) => `${option}=${String(value)}`,
      ),
    ),
    dialect: dialect === undefined ? undefined : dialectNamed(dialect),
    platform: platform === undefined ? undefined : platformNamed(platform),
    failOn: text('fail-on'),
  }
}

function serviceOf(value: unknown): ServiceChoice {
  const { name, vlan, ports } = asRecord(value, 'a service')
  if (typeof vlan !== 'number' || !Number.isInteger(vlan) || vlan < 1 || vlan > 4094) {
    throw new TypeError(`the service ${String(name)} needs a vlan from 1 to 4094.`)
  }
  return {
    name: String(name ?? `VLAN ${vlan}`),
    vlan,
    ports: asList(ports, 'ports of a service').map(String),
  }
}

function linkOf(value: unknown): readonly [string, string] {
  const [a, b, more] = asList(value, 'a link')
  if (a === undefined || b === undefined || more !== undefined)
    throw new TypeError('a link is a pair of ports: [SW1 Gi0/24, SW2 Gi0/1].')
  return [String(a), String(b)]
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${what} must hold names with values.`)
  return value as Record<string, unknown>
}

function asList(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${what} must be a list.`)
  return value
}
