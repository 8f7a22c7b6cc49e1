import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completePath, expandHome } from '../../src/edge/complete-path.ts'
import { tempFolder } from '../support/temp-folder.ts'

function folder(): string {
  const made = tempFolder()
  mkdirSync(join(made, 'site'))
  for (const name of ['sw1.cfg', 'sw2.cfg', '.hidden', 'notes.txt', 'site/core.cfg'])
    writeFileSync(join(made, name), '')
  return made
}

describe('a path that is completed', () => {
  it('is written out where one name begins like it, a folder with its slash', () => {
    const cwd = folder()
    expect(completePath('n', cwd)).toEqual({ path: 'notes.txt', names: [] })
    expect(completePath('si', cwd)).toEqual({ path: 'site/', names: [] })
    expect(completePath('site/', cwd)).toEqual({ path: 'site/core.cfg', names: [] })
    expect(completePath(`${cwd}/n`, '/')).toEqual({ path: `${cwd}/notes.txt`, names: [] })
  })

  it('goes as far as all names agree, and names them', () => {
    expect(completePath('sw', folder())).toEqual({ path: 'sw', names: ['sw1.cfg', 'sw2.cfg'] })
    expect(completePath('s', folder()).names).toEqual(['site/', 'sw1.cfg', 'sw2.cfg'])
  })

  it('shows hidden files only behind a dot', () => {
    expect(completePath('', folder()).names).not.toContain('.hidden')
    expect(completePath('.', folder())).toEqual({ path: '.hidden', names: [] })
  })

  it('stays as it is where nothing begins like it, or the folder is not there', () => {
    expect(completePath('zz', folder())).toEqual({ path: 'zz', names: [] })
    expect(completePath('no/where', folder())).toEqual({ path: 'no/where', names: [] })
  })
})

it('a tilde is the home folder only where it stands alone or before a slash', () => {
  expect(expandHome('~/x.cfg')).toBe(join(homedir(), 'x.cfg'))
  expect(expandHome('~x.cfg')).toBe('~x.cfg')
})
