import { expect, test } from 'vitest'
import { joinFiles } from '../../src/commands/check/join-files.ts'
import { readFile } from '../../src/commands/check/read-file.ts'

const nothing = { purposes: [], services: [], links: [], assume: {} }
const AS_FOUND = { dialect: undefined, platform: undefined }

function joined(...paths: string[]) {
  const text = 'hostname SW\ninterface GigabitEthernet0/1\n switchport mode access\n'
  return joinFiles(
    paths.map((path) => readFile({ path, text }, AS_FOUND)),
    nothing,
  )
}

test('a device of a site keeps its ports to itself where another is called the same', () => {
  const { files, site, notes } = joined('north/sw.cfg', 'south/sw.cfg', 'east/sw.cfg')
  const names = ['SW', 'SW (sw.cfg)', 'SW (sw.cfg, 2)']
  expect(site.devices.map(({ name, device }) => [name, device.name])).toEqual(
    names.map((name) => [name, name]),
  )
  expect(files.map(({ devices }) => devices[0]?.name)).toEqual(names)
  expect(notes).toHaveLength(2)
  expect(notes[0]).toContain('the one in south/sw.cfg is called "SW (sw.cfg)" here')
})
