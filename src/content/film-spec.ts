import type { AttackId } from '../attacks/attack.ts'

import type { Endpoint } from '../net/network.ts'
import type { OptionValues } from '../net/options.ts'
import { OPTIONS, type OptionName } from '../net/options.ts'
import { PROFILES, type ProfileName } from '../net/profiles.ts'
import type { Changes } from './changes.ts'
import type { Place } from './problem.ts'
import { readEndpoint } from './scene.ts'
import { readStepRef, type StepRef } from './step-ref.ts'
import type { YamlValue } from './yaml-value.ts'

/** What happens in a film: an attack from a port, an honest frame, or two ports negotiating. */
export type Action =
  | {
      readonly do: 'attack'
      readonly attack: AttackId
      /** Which of the attack's plans, by its name (`[1|20]`); null for the first. */
      readonly variant: string | null
      readonly from: Endpoint
      readonly vlan: number
      /** The station the attack is aimed at. */
      readonly victim: string
    }
  /** `tags` are VLAN IDs that the sender writes, outermost first; `to` is a station or everyone. */
  | { readonly do: 'send'; readonly from: string; readonly to: string; readonly tags: readonly number[] }
  /** Only DTP: what becomes of this port. */
  | { readonly do: 'negotiate'; readonly port: Endpoint }
  /**
   * A live migration in a VLAN, in the clear or encrypted; with `relay` an attacker at that port puts himself in the middle, by
   * ARP spoofing, and writes something else into a page. He makes the port a trunk first where it is not in the VLAN.
   */
  | {
      readonly do: 'migrate'
      readonly from: string
      readonly to: string
      readonly vlan: number
      readonly relay: Endpoint | null
      readonly encryption: 'disabled' | 'required'
    }

/** A sentence of the author's beside a step, where telling the event is not enough. */
export type Caption = { readonly at: StepRef; readonly says: string; readonly place: Place }

/** A film as its author asks for it. */
export type FilmSpec = {
  readonly place: Place
  readonly action: Action
  readonly changes: Changes
  /** The end the author says it comes to; the simulator must agree. */
  readonly expect: 'reached' | 'stopped'
  /** Ends of the author's segments; empty for a stop behind every step. */
  readonly stops: readonly StepRef[]
  readonly captions: readonly Caption[]
}

const ATTACK_IDS: readonly AttackId[] = ['switch-spoofing', 'double-tagging']
const ACTION_FIELDS = [
  'attack',
  'variant',
  'from',
  'vlan',
  'victim',
  'send',
  'to',
  'tags',
  'negotiate',
  'migrate',
  'relay',
  'encryption',
] as const
const CHANGE_FIELDS = ['with', 'on', 'assume'] as const

/** The fields that say what happens and under which changes: shared by films, goals and claims. */
export const SITUATION_FIELDS = [...ACTION_FIELDS, ...CHANGE_FIELDS] as const
export type SituationFields = Partial<Record<(typeof SITUATION_FIELDS)[number], YamlValue>>

function needed(value: YamlValue | undefined, name: string, beside: YamlValue): YamlValue {
  if (!value) throw beside.problem(`needs the field "${name}" beside it.`)
  return value
}

/** What happens, or null where none of the fields says so. */
export function readAction(fields: SituationFields): Action | null {
  const { attack, send, negotiate } = fields
  if (attack) {
    return {
      do: 'attack',
      attack: attack.oneOf(ATTACK_IDS),
      variant: fields.variant?.text() ?? null,
      from: readEndpoint(needed(fields.from, 'from', attack)),
      vlan: needed(fields.vlan, 'vlan', attack).number(),
      victim: needed(fields.victim, 'victim', attack).text(),
    }
  }
  if (send) {
    const tags = fields.tags?.list().map((tag) => tag.number()) ?? []
    return { do: 'send', from: send.text(), to: needed(fields.to, 'to', send).text(), tags }
  }
  const { migrate } = fields
  if (migrate) {
    return {
      do: 'migrate',
      from: migrate.text(),
      to: needed(fields.to, 'to', migrate).text(),
      vlan: needed(fields.vlan, 'vlan', migrate).number(),
      relay: fields.relay ? readEndpoint(fields.relay) : null,
      encryption: fields.encryption?.oneOf(['disabled', 'required']) ?? 'disabled',
    }
  }
  return negotiate ? { do: 'negotiate', port: readEndpoint(negotiate) } : null
}

function readAssumptions(value: YamlValue): OptionValues {
  const names = Object.keys(OPTIONS) as OptionName[]
  return Object.fromEntries(
    value.entries().map(([key, each]) => {
      const name = names.find((known) => known === key)
      if (!name) throw each.problem(`there is no option "${key}". Known options: ${names.join(', ')}.`)
      return [name, each.oneOf(OPTIONS[name].values)]
    }),
  )
}

/** What differs from the scene: `with` (lines by switch), `on` (platform by switch), `assume` (option values). */
export function readChanges(fields: SituationFields): Changes {
  const profiles = Object.keys(PROFILES) as ProfileName[]
  return {
    typed: Object.fromEntries(fields.with?.entries().map(([name, lines]) => [name, lines.block()]) ?? []),
    profiles: Object.fromEntries(
      fields.on?.entries().map(([name, value]) => [name, value.oneOf(profiles)]) ?? [],
    ),
    assume: fields.assume ? readAssumptions(fields.assume) : {},
  }
}

function readCaption(value: YamlValue): Caption {
  const { at, says } = value.fields(['at', 'says'])
  return { at: readStepRef(at), says: says.text(), place: says.place }
}

/** Reads a `yaml film` block. Without an action of its own it shows the same action as the film before it, under its changes. */
export function readFilmSpec(value: YamlValue, before: FilmSpec | null): FilmSpec {
  const fields = value.fields(['expect'], [...SITUATION_FIELDS, 'stops', 'captions'])
  const action = readAction(fields) ?? before?.action
  if (!action) throw value.problem('nothing happens in it. Add "attack", "send", "migrate" or "negotiate".')
  return {
    place: value.place,
    action,
    changes: readChanges(fields),
    expect: fields.expect.oneOf(['reached', 'stopped']),
    stops: fields.stops?.list().map(readStepRef) ?? [],
    captions: fields.captions?.list().map(readCaption) ?? [],
  }
}
