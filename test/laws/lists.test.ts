import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isListed } from '../../src/dev/entry.ts'
import { KINDS } from '../../src/dev/kinds.ts'
import { SOURCES } from './sources.ts'

const LISTED = Object.values(KINDS).flatMap(({ list }) => (list ? [list] : []))

test.each(LISTED)('$path names every $type', ({ path, type, folder }) => {
  const list = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
  const members = SOURCES.filter((source) => `src/${source.path}`.startsWith(`${folder}/`)).flatMap(
    (source) =>
      [...source.code.matchAll(new RegExp(`^export const (\\w+): ${type}\\b`, 'gm'))].map(
        ([, name = '']) => ({
          name,
          from: `./${posix.relative(folder, `src/${source.path}`)}`,
        }),
      ),
  )
  const missing = members.filter((member) => !isListed(list, { ...member, id: member.name }))
  expect(missing.map(({ name, from }) => `import { ${name} } from '${from}'`)).toEqual([])
})
