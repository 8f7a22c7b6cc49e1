import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULE_IDS, RULES } from '../../src/rules/index.ts'
import type { Rule } from '../../src/rules/rule.ts'
import type { Site } from '../../src/rules/site.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { fixedSite } from '../../src/verdict/fix.ts'
import { judgeSite, MATRIX_ATTACKS } from '../../src/verdict/matrix.ts'
import { siteOf } from './example-site.ts'

function findingsOf(rule: Rule, site: Site): readonly Finding[] {
  return checkSite(site, [rule]).findings
}

const show = ({ level, message }: Finding) => `${level}: ${message}`

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(
    rule.examples.bad.map((example, i) => [i + 1, example] as const),
  )('is found in bad example %i, in lines that are there', (_, example) => {
    const findings = findingsOf(rule, siteOf(example))
    expect(findings.length).toBeGreaterThan(0)
    const count = example.text.split('\n').length
    for (const { lines, message, effective } of findings) {
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.every((line) => line >= 1 && line <= count)).toBe(true)
      expect(message).toMatch(/^[A-Z].*[.]$/)
      expect(effective).not.toBe('')
    }
  })

  it.each(
    rule.examples.good.map((example, i) => [i + 1, example] as const),
  )('is absent in good example %i', (_, example) => {
    expect(findingsOf(rule, siteOf(example)).map(show)).toEqual([])
  })

  it.each(
    rule.examples.bad.map((example, i) => [i + 1, example] as const),
  )('has no witness in bad example %i that the matrix calls blocked', (_, example) => {
    const site = siteOf(example)
    const { rows } = judgeSite(site)
    for (const { judgement, ports } of findingsOf(rule, site)) {
      const { evidence, verdict } = judgement
      if (!evidence?.reached || !MATRIX_ATTACKS.includes(evidence.attack)) continue
      const { device, port } = evidence.from
      const row = rows.find((each) => each.device === device && each.ports.includes(port))
      const cell = row?.cells.find(({ attack }) => attack === evidence.attack)
      expect(`${ports} ${evidence.attack} ${cell?.verdict}`).toBe(`${ports} ${evidence.attack} ${verdict}`)
    }
  })

  it.each(
    rule.examples.bad.map((example, i) => [i + 1, example] as const),
  )('is gone from bad example %i after its fix', (_, example) => {
    let site = siteOf(example)
    const found = findingsOf(rule, site)
    // Where only a person can choose what to do, there is no command, and a sentence says what.
    const untyped = found.filter(({ fix }) => fix.length === 0)
    expect(untyped.filter(({ caution }) => caution === null).map(show)).toEqual([])
    for (const { fix } of found) site = fixedSite(site, fix)
    expect(findingsOf(rule, site).map(show)).toEqual(untyped.map(show))
  })

  it('has every line of its examples understood', () => {
    const examples = [...rule.examples.bad, ...rule.examples.good]
    const unread = examples.flatMap((example) =>
      [...siteOf(example).devices, ...(siteOf(example).hypervisors ?? [])].flatMap(({ lines }) =>
        [...lines]
          .filter(({ state }) => state === 'unknown' || state === 'unmodelled')
          .map(({ text }) => text),
      ),
    )
    expect(unread).toEqual([])
  })

  it(
    rule.kind === 'witnessed'
      ? 'has a witness that reaches before the fix and is stopped after it'
      : 'is advice alone: it tries no attack',
    () => {
      const findings = rule.examples.bad.flatMap((example) => findingsOf(rule, siteOf(example)))
      if (rule.kind === 'advice') {
        expect(findings.map(({ level }) => level)).toEqual(findings.map(() => 'advice'))
        return
      }
      const proven = findings.filter(({ judgement }) => judgement.evidence?.reached)
      expect(proven.length).toBeGreaterThan(0)
      for (const { after } of proven) expect(after).toBe('blocked')
    },
  )
})

/** Ids that people have written into suppressions, baselines and checklists: they stay. */
const KEPT = [
  'dtp/dynamic-port',
  'dtp/trunk-negotiates',
  'dtp/access-implicit',
  'native/default-vlan',
  'native/in-use',
  'native/reserved',
  'native/mismatch',
  'trunk/allow-all',
  'trunk/vlan1-not-pruned',
  'trunk/parking-vlan-allowed',
  'trunk/host-facing',
  'trunk/vlan-missing',
  'trunk/list-overwritten',
  'trunk/portfast-hypervisor',
  'access/vlan1',
  'access/unused',
  'access/bpduguard',
  'mgmt/vlan1-svi',
  'vtp/unauthenticated',
  'portchannel/member-differs',
  'portchannel/never-forms',
  'esx/vgt-4095',
  'esx/native-portgroup',
  'esx/untagged-portgroup-cut',
  'esx/vmotion-shared',
  'esx/permissive-policy',
]

it('has each rule once, and every id that stays put', () => {
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length)
  expect(RULE_IDS).toEqual(expect.arrayContaining(KEPT))
})

it('has each rule in a file of its name', () => {
  for (const id of RULE_IDS) expect(existsSync(`src/rules/${id.replace('/', '-')}.ts`), id).toBe(true)
})
