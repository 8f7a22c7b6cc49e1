import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DRAFT_FORM, PROGRESS_FORM } from '../../src/progress/forms.ts'
import { type FileForm, seal, unseal } from '../../src/progress/stored.ts'

const FORMS: readonly [string, FileForm<unknown>][] = [
  ['progress', PROGRESS_FORM],
  ['draft', DRAFT_FORM],
]

function recorded(kind: string, version: number): unknown {
  return JSON.parse(readFileSync(new URL(`versions/${kind}-${version}.json`, import.meta.url), 'utf8'))
}

describe.each(FORMS)('the file of %s', (kind, form) => {
  test('of every version there was is read', () => {
    for (let version = 1; version <= form.version; version += 1) {
      expect(unseal(form, recorded(kind, version)).state).toBe('good')
    }
  })

  test('of this version is read as it was written', () => {
    const opened = unseal(form, recorded(kind, form.version))
    expect(seal(form, opened.state === 'good' && opened.value)).toEqual(recorded(kind, form.version))
  })

  test('of a later version is left alone', () => {
    expect(unseal(form, { version: form.version + 1, value: {} })).toEqual({ state: 'newer' })
  })

  test.each([
    [null],
    [[]],
    [{}],
    [{ version: '1' }],
    [{ version: 1 }],
    [{ version: 1, value: [] }],
    [{ version: 0, value: {} }],
  ])('that holds %j is damaged', (stored) => {
    expect(unseal(form, stored)).toEqual({ state: 'damaged' })
  })
})

test('one field of a wrong kind is damage, wherever it is', () => {
  const damage = (from: string, to: string) =>
    unseal(PROGRESS_FORM, JSON.parse(JSON.stringify(recorded('progress', 1)).replace(from, to))).state
  expect(damage('"at":1700000000000', '"at":null')).toBe('damaged')
  expect(damage('"right":true', '"right":"yes"')).toBe('damaged')
  expect(damage('"hc"', '"pink"')).toBe('damaged')
  expect(damage('"finished"', '"done"')).toBe('damaged')
})

test('an earlier version is brought up step by step', () => {
  const form: FileForm<string> = {
    version: 3,
    migrations: { 1: (value) => `${value} two`, 2: (value) => `${value} three` },
    read: (value) => (typeof value === 'string' ? value : undefined),
  }
  expect(unseal(form, { version: 1, value: 'one' })).toEqual({ state: 'good', value: 'one two three' })
})
