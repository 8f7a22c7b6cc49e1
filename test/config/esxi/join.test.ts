import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type HypervisorReading, joinHypervisors, readConfig } from '../../../src/config/index.ts'
import { hypervisorSummary } from '../hypervisor-summary.ts'

function read(path: string, text: string): HypervisorReading {
  const [host] = readConfig(text, { path }).hypervisors
  if (!host) throw new Error(`no host in ${path}`)
  return host
}

const SESSION = readFileSync(new URL('./one-session.txt', import.meta.url), 'utf8')

/** The session cut at its prompts: one text for each command, as people save them. */
const PARTS = SESSION.split(/^(?=\[root@esx-a7:~\] esxcli)/m)
  .filter((text) => /vswitch|interface/.test(text))
  .map((text, index) => ({ path: `${index}.txt`, text }))

describe('lists of one host that were saved one by one', () => {
  test('are the same host as in one text', () => {
    expect(PARTS.length).toBeGreaterThan(6)
    const whole = read('all.txt', SESSION)
    const [host, ...others] = joinHypervisors(PARTS.map(({ path, text }) => read(path, text)))
    expect(others).toEqual([])
    const shown = (each: HypervisorReading | undefined) =>
      each ? hypervisorSummary({ ...each, lines: [] }) : ''
    expect(shown(host).split('\n').sort()).toEqual(shown(whole).split('\n').sort())
  })

  test('keep the file and the line of every value', () => {
    const [host] = joinHypervisors(PARTS.map(({ path, text }) => read(path, text)))
    for (const { vlan } of host?.portGroups ?? []) {
      const source = host?.sources[vlan.from[0] ?? -1]
      const text = PARTS.find(({ path }) => path === source?.file)?.text ?? ''
      expect(text.split('\n')[(source?.line ?? 0) - 1]?.trim()).toBe(source?.text)
    }
  })

  test('are told to be taken for one where they name none', () => {
    const nameless = PARTS.slice(0, 2).map(({ path, text }) => read(path, text.replace(/^.*\n/, '')))
    const [host] = joinHypervisors(nameless)
    expect(host?.assumptions[0]).toBe(
      '0.txt, 1.txt: no host is named, so that they are taken for lists of one host.',
    )
  })
})

describe('several hosts', () => {
  const list = (host: string) =>
    read(
      `${host}.txt`,
      `[root@${host}:~] esxcli network vswitch standard portgroup list\nName  Virtual Switch  Active Clients  VLAN ID\n----  --------------  --------------  -------\nA     vSwitch0                     1        5`,
    )

  test('stay apart, and what names none stays by itself', () => {
    const nameless = read('x.txt', 'Tags: VMotion\nvmk0\n   Name: vmk0\n   Portset: vSwitch0')
    const joined = joinHypervisors([list('esx1'), list('esx2'), nameless])
    expect(joined.map(({ name }) => name)).toEqual(['esx1', 'esx2', 'x'])
  })

  test('none is none', () => expect(joinHypervisors([])).toEqual([]))
})
