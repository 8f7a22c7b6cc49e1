import { describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../../../src/content/changes.ts'
import type { Action } from '../../../src/content/film-spec.ts'
import { LESSONS } from '../../../src/content/lessons.built.ts'
import { filmOfStaged, stage } from '../../../src/flow/lesson/stage.ts'
import { tell } from '../../../src/words/tell.ts'

const lesson = LESSONS.find(({ id }) => id === 'in-the-middle')
if (!lesson) throw new Error('There is no lesson on standing in the middle.')
const { scene, place } = lesson

const CLEAN: Extract<Action, { do: 'migrate' }> = {
  do: 'migrate',
  from: 'ESX-A',
  to: 'ESX-B',
  vlan: 20,
  relay: null,
  encryption: 'disabled',
}
const AT_DESK = { device: 'SW1', port: 'Gi0/5' }

function typed(lines: string) {
  return { ...NO_CHANGES, typed: { SW1: `interface Gi0/5\n${lines}` } }
}

function lastWords(action: Action, changes = NO_CHANGES): string {
  const staged = stage(scene, action, changes, place)
  const end = filmOfStaged(staged).steps.at(-1)?.main
  return end ? tell(staged.trace, end) : ''
}

describe('a live migration', () => {
  it('arrives as it was sent, and its film begins with the page', () => {
    const staged = stage(scene, CLEAN, NO_CHANGES, place)
    const [first] = filmOfStaged(staged).steps
    expect(staged.reached).toBe(true)
    expect(first).toMatchObject({ index: 0, main: { device: 'ESX-A', kind: 'send' } })
    expect(lastWords(CLEAN)).toBe('ESX-B takes in page 1 of the machine\'s memory: "door locked".')
  })

  it('is changed by someone in the middle, who obtained a trunk or is in the VLAN already', () => {
    const attacked = { ...CLEAN, relay: AT_DESK }
    expect(lastWords(attacked)).toContain('"door opened"')
    const inside = typed(' switchport mode access\n switchport access vlan 20')
    expect(stage(scene, attacked, inside, place).reached).toBe(true)
  })

  it('is left alone by an attacker whose port is an access port elsewhere', () => {
    const staged = stage(scene, { ...CLEAN, relay: AT_DESK }, typed(' switchport mode access'), place)
    expect(staged.reached).toBe(false)
  })

  it('breaks off where an encrypted page was changed', () => {
    expect(lastWords({ ...CLEAN, relay: AT_DESK, encryption: 'required' })).toContain('its seal is broken')
  })
})
