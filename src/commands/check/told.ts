import { assumptionsNamed, dialectNamed, platformNamed, purposeNamed } from './choices.ts'
import type { CheckRequest } from './request.ts'
import type { CheckSettings } from './settings.ts'

/** What a user knows about switches and their texts say nothing of. */
export type Told = Pick<CheckRequest, 'dialect' | 'platform' | 'assume' | 'purposes' | 'services' | 'links'>

/** The options of a command by which it is told. */
export const TELLING = {
  purpose: { type: 'string', multiple: true },
  platform: { type: 'string' },
  dialect: { type: 'string' },
  assume: { type: 'string', multiple: true },
} as const

type Values = {
  readonly purpose?: string[] | undefined
  readonly platform?: string | undefined
  readonly dialect?: string | undefined
  readonly assume?: string[] | undefined
}

/** What the command line tells. Throws `BadUse` for a value that means nothing. */
export function toldBy({ purpose, platform, dialect, assume }: Values): Told {
  return {
    dialect: dialect === undefined ? undefined : dialectNamed(dialect),
    platform: platform === undefined ? undefined : platformNamed(platform),
    assume: assumptionsNamed(assume ?? []),
    purposes: (purpose ?? []).map(purposeNamed),
    services: [],
    links: [],
  }
}

/** The words of a command line that tell the same again. */
export function toldAgain(values: Values): string[] {
  return Object.keys(TELLING).flatMap((name) =>
    [values[name as keyof Values] ?? []].flat().flatMap((value) => optionWords(name, value)),
  )
}

/** An option as it is typed; a value that would pass for an option stands behind an equals sign. */
export function optionWords(name: string, value: string): string[] {
  return value.startsWith('-') && value !== '-' ? [`--${name}=${value}`] : [`--${name}`, value]
}

/** The same with what a settings file says where the command line says nothing. */
export function alsoToldBy(told: Told, settings: CheckSettings): Told {
  return {
    dialect: told.dialect ?? settings.dialect,
    platform: told.platform ?? settings.platform,
    assume: { ...settings.assume, ...told.assume },
    purposes: [...settings.purposes, ...told.purposes],
    services: settings.services,
    links: settings.links,
  }
}
