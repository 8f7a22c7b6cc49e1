import { readdirSync, readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'

const TEXTS = ['ios', 'nxos', 'eos'].flatMap((dialect) => {
  const folder = new URL(`${dialect}/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => ({ path: `${dialect}/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }))
})

/** The reader as a program has it that has just been started. */
async function freshReader() {
  vi.resetModules()
  const { readConfig } = await import('../../src/config/index.ts')
  return (path: string, text: string) => JSON.stringify(readConfig(text, { path }))
}

/** Many switch ports and many lines that no other configuration has. */
function crowd(): string {
  const ports = Array.from({ length: 6_000 }, (_, n) => {
    const list = `${(n % 4_000) + 1},${((n * 7) % 4_000) + 1}`
    return `interface GigabitEthernet${n % 9}/0/${n}\n switchport trunk allowed vlan ${list}\n switchport mode trunk\n`
  })
  const routes = Array.from(
    { length: 21_000 },
    (_, n) => `ip route 10.${n >> 8}.${n & 255}.0 255.255.255.0 Null0\n`,
  )
  return `version 15.2\nhostname CROWD\n${ports.join('')}${routes.join('')}`
}

it('reads a text as if it were the first, whatever was read before, and however much', async () => {
  const forwards = await freshReader()
  const first = new Map(TEXTS.map(({ path, text }) => [path, forwards(path, text)]))
  const backwards = await freshReader()
  for (const { path, text } of TEXTS.toReversed()) expect(backwards(path, text), path).toBe(first.get(path))
  backwards('crowd.cfg', crowd())
  for (const { path, text } of TEXTS) expect(backwards(path, text), path).toBe(first.get(path))
})
