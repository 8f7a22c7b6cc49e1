import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPort, writeConfig } from '../../../../src/config/index.ts'
import {
  type Moment,
  type Shown,
  showDtpInterface,
  shownPorts,
  showSwitchport,
  showTrunk,
  showVlanBrief,
} from '../../../../src/config/ios/show/index.ts'
import { read, run } from './lab.ts'
import { randomLab } from './random-switch.ts'

function session(outputs: Readonly<Record<string, Shown>>): string {
  return Object.entries(outputs)
    .map(([command, { lines }]) => [`SW1#${command}`, ...lines, ''].join('\n'))
    .join('\n')
}

function all(moment: Moment): Record<string, Shown> {
  return {
    'show interfaces switchport': showSwitchport(moment),
    'sh int trunk': showTrunk(moment),
    'show vlan brief': showVlanBrief(moment),
    'show dtp interface': showDtpInterface(moment),
  }
}

function operations(moment: Moment): Record<string, string> {
  return Object.fromEntries(shownPorts(moment).map(({ shortName, operating }) => [shortName, operating]))
}

const SHOWN_SETTINGS = [
  'mode',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'voiceVlan',
  'encapsulation',
  'switching',
] as const

describe('what is shown can be read', () => {
  test('from the outputs alone: state, settings and VLANs of any switch', () => {
    fc.assert(
      fc.property(randomLab, fc.constantFrom(500, 5_000, 40_000), (lab, millis) => {
        const moment = run(lab, millis).moment('SW1')
        const found = read(session(all(moment)))
        expect(found.name).toBe('SW1')
        const observed = found.observed?.ports ?? {}
        expect(
          Object.fromEntries(Object.entries(observed).map(([name, { operating }]) => [name, operating])),
        ).toEqual(operations(moment))
        for (const { settings, shortName } of shownPorts(moment)) {
          const port = findPort(found, shortName)
          for (const name of SHOWN_SETTINGS)
            expect([name, port?.[name].value]).toEqual([name, settings[name].value])
          if (settings.mode.value !== 'access') expect(port?.negotiate.value).toBe(settings.negotiate.value)
        }
        const { vlans } = moment.reading.device
        expect(found.device.vlans.existing.value).toEqual(vlans.existing.value)
        expect(found.device.vlans.suspended.value).toEqual(vlans.suspended.value)
        expect(found.vlanNames).toEqual(moment.reading.vlanNames)
        expect(found.assumptions.filter((text) => /taken|far end/.test(text))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('after the configuration: both agree, and the settings stay those of the configuration', () => {
    fc.assert(
      fc.property(randomLab, (lab) => {
        const moment = run(lab, 5_000).moment('SW1')
        const text = `SW1#show running-config\n${writeConfig(moment.reading)}\n${session(all(moment))}`
        const found = read(text, 'sw.cfg', moment.reading.profile)
        expect(found.assumptions.filter((sentence) => /configuration/.test(sentence))).toEqual([])
        expect(writeConfig(found)).toBe(writeConfig(moment.reading))
      }),
      { numRuns: 80 },
    )
  })

  test('each output by itself tells which ports are trunks', () => {
    fc.assert(
      fc.property(
        randomLab,
        fc.constantFrom('show interfaces switchport', 'sh int trunk', 'show dtp interface'),
        (lab, command) => {
          const moment = run(lab, 5_000).moment('SW1')
          const output = all(moment)[command]
          if (!output || output.lines.length === 0) return
          const found = read(session({ [command]: output }))
          const trunks = Object.entries(found.observed?.ports ?? {}).filter(
            ([, { operating }]) => operating === 'trunk',
          )
          const expected = Object.entries(operations(moment)).filter(([, operating]) => operating === 'trunk')
          const short = (name: string) => name.replace('GigabitEthernet', 'Gi')
          expect(trunks.map(([name]) => short(name))).toEqual(expected.map(([name]) => name))
        },
      ),
      { numRuns: 80 },
    )
  })
})
