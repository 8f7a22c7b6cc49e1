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
