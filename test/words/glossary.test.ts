import { describe, expect, it } from 'vitest'
import { findTerms, GLOSSARY, termNamed, termsIn } from '../../src/words/glossary.ts'

describe('the glossary', () => {
  it('has each term once, by id and by every name', () => {
    const ids = GLOSSARY.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const names = GLOSSARY.flatMap(({ term, also }) => [term, ...also]).map((name) => name.toLowerCase())
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('links only to terms that are there, and never to itself', () => {
    for (const { id, see } of GLOSSARY) {
      expect(see.filter((other) => other === id || !termNamed(other))).toEqual([])
    }
  })

  it('explains each term in at most two sentences that end', () => {
    for (const { meaning } of GLOSSARY) {
      expect(meaning).toMatch(/^[A-Z].*\.$/)
      expect(meaning.length).toBeLessThanOrEqual(180)
    }
  })
})

it('finds the terms a text uses in the order of their use, whole words only', () => {
  const text = 'A trunk sends its native VLAN without a tag; dynamic ARP inspection is another matter.'
  expect(termsIn(text).map(({ id }) => id)).toEqual(['trunk', 'native-vlan', 'tag', 'dynamic-arp-inspection'])
  expect(termsIn('The stage is set: a double-tagged frame, flooded.').map(({ id }) => id)).toEqual([
    'double-tagging',
    'frame',
    'flooding',
  ])
})

it('finds by name before meaning, and by every word', () => {
  expect(findTerms('native')[0]?.term).toMatch(/native/i)
  expect(findTerms('noneg').map(({ id }) => id)).toEqual(['nonegotiate'])
  expect(findTerms('memory migrates').map(({ id }) => id)).toEqual(['xensploit'])
  expect(findTerms('')).toHaveLength(GLOSSARY.length)
  expect(findTerms('zebra')).toEqual([])
})
