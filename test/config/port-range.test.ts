import { expect, it } from 'vitest'
import { readPortRange } from '../../src/config/port-range.ts'

it.each([
  ['Port-channel1', ['Port-channel1']],
  ['Port-channel1 - 3', ['Port-channel1', 'Port-channel2', 'Port-channel3']],
  ['Gi1/0/1 - 2,Port-channel 7', ['Gi1/0/1', 'Gi1/0/2', 'Port-channel7']],
])('reads the range %s', (text, written) => {
  expect(readPortRange(text)?.map((port) => port.written)).toEqual(written)
})
