import { describe, expect, it } from 'vitest'
import { filmOf, lastEventOf, stepDeciding, stepWith, whereTheyPart } from '../../src/flow/film.ts'
import { hopAt, hopsOf } from '../../src/flow/film-hops.ts'
import { doubleTagging, spoofing } from './scenes.ts'

const told = (film: ReturnType<typeof doubleTagging>) =>
  film.steps.map(({ main, attack }) => `${attack ? '! ' : ''}${main.device} ${main.port} ${main.decision}`)

describe('the film of double tagging', () => {
  const film = doubleTagging()

  it('has a step for each rule, and a crossing belongs to the step that sent the frame', () => {
    expect(told(film)).toEqual([
      '! EVIL eth0 station/sends',
      'SW1 Gi0/5 in/own-tag-access',
      'SW1 Gi0/5 relay/flood-unknown',
      '! SW1 Gi0/24 out/native-untagged',
      'SW2 Gi0/24 in/tag-trunk',
      'SW2 Gi0/24 relay/flood-unknown',
      'SW2 Gi0/7 out/access',
      '! ESX-B eth0 station/addressed',
    ])
    expect(film.steps.filter((step) => step.move).map((step) => step.index)).toEqual([0, 3, 6])
  })

  it('knows who is in it, in the order they are reached', () => {
    expect(film.cast).toEqual(['EVIL', 'SW1', 'SW2', 'ESX-B'])
  })

  it('says which tag went where', () => {
    const changes = film.steps.flatMap((step) =>
      step.changes.map((c) => `${step.index} ${c.what} ${'tag' in c ? c.tag.vid : ''}`),
    )
    expect(changes).toEqual(['3 tag-removed 1', '6 tag-removed 20'])
  })

  it('lays the stacks side by side, level with each other', () => {
    const rows = hopsOf(film).map((hop) =>
      hop.slots.map((slot) => (slot.state === 'tag' ? `${slot.tag.vid}` : slot.state)).join(' '),
    )
    expect(rows).toEqual(['1 20', 'gone 20', 'empty gone'])
    expect(hopsOf(film).map((hop) => hop.length)).toEqual([68, 64, 60])
  })

  it('stands at the hop that has begun', () => {
    const hops = hopsOf(film)
    expect([0, 2, 3, 7].map((step) => hopAt(hops, step)?.step)).toEqual([0, 0, 3, 6])
  })

  it('finds steps by event and by decision', () => {
    expect(stepDeciding(film, 'out/native-untagged')?.index).toBe(3)
    expect(stepDeciding(film, 'in/tag-trunk', { device: 'SW1' })).toBeNull()
    expect(stepWith(film, lastEventOf(film, 3))?.index).toBe(3)
    expect(lastEventOf(film, 99)).toBe(-1)
  })

  it('parts from the film with another native VLAN where SW1 writes a tag', () => {
    const fixed = doubleTagging(999)
    expect(whereTheyPart(film, fixed)).toBe(3)
    expect(fixed.steps[3]?.main.decision).toBe('out/tagged')
    expect(fixed.steps[3]?.attack).toBe(false)
    expect(whereTheyPart(film, filmOf(film.trace, film.proof))).toBe(film.steps.length)
  })
})

describe('the film of switch spoofing', () => {
  it('tells the negotiation before the frame that uses it, though no frame links them', () => {
    expect(told(spoofing())).toEqual([
      '! EVIL eth0 station/sends',
      '! SW1 Gi0/5 dtp/becomes-trunk',
      '! EVIL eth0 station/sends',
      'SW1 Gi0/5 in/tag-trunk',
      'SW1 Gi0/5 relay/flood-unknown',
      'SW1 Gi0/24 out/tagged',
      'SW2 Gi0/24 in/tag-trunk',
      'SW2 Gi0/24 relay/flood-unknown',
      'SW2 Gi0/7 out/access',
      '! ESX-B eth0 station/addressed',
    ])
  })

  it('ends at the port that listens and stays access', () => {
    expect(told(spoofing('access')).at(-1)).toBe('SW1 Gi0/5 dtp/static-access')
  })
})
