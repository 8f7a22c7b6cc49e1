import { expect, test } from 'vitest'
import type { PortSettings } from '../../src/net/settings.ts'
import { doubleTagPaths } from '../../src/rules/double-tag-paths.ts'
import { type DeviceView, type PortView, type SiteView, viewSite } from '../../src/rules/view.ts'
import { portWith } from '../net/scene.ts'
import { readingOf } from './by-hand.ts'

const FIRST = 100

/** A switch with as many trunks as natives, and a host in each of these VLANs. */
function manyNatives(count: number): SiteView {
  const ports = Array.from({ length: count }, (_, n): PortSettings[] => [
    portWith(`T${n}`, 'trunk', { nativeVlan: FIRST + n }),
    portWith(`H${n}`, 'access', { accessVlan: FIRST + n }),
  ])
  const devices = [readingOf('MANY', ports.flat())]
  return viewSite({ devices, links: [], purposes: {}, services: [] })
}

/** The same view, with a count of how often the class of a port is looked at. */
function counted(view: SiteView): { view: SiteView; looks: () => number } {
  let looks = 0
  const devices = [...view.devices].map(([name, device]): [string, DeviceView] => {
    const classes = device.classes.map(({ sample, ...each }) => ({
      ...each,
      get sample(): PortView {
        looks++
        return sample
      },
    }))
    return [name, { ...device, classes }]
  })
  return { view: { ...view, devices: new Map(devices) }, looks: () => looks }
}

function searched(count: number): { looks: number; paths: number } {
  const { view, looks } = counted(manyNatives(count))
  const paths = doubleTagPaths(view).length
  return { looks: looks(), paths }
}

test('ten times the trunks, natives and hosts take ten times the looks at ports, not a hundred times', () => {
  const [few, many] = [searched(20), searched(200)]
  expect([few.paths, many.paths]).toEqual([20, 200])
  expect(few.looks).toBeGreaterThan(0)
  expect(many.looks / few.looks).toBeLessThanOrEqual(10)
})
