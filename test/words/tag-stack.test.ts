import { expect, it } from 'vitest'
import { dtpFrame } from '../../src/net/dtp-frame.ts'
import { type Frame, tag } from '../../src/net/frame.ts'
import { tagStack, tagsAloud } from '../../src/words/tag-stack.ts'

const IP: Frame = {
  dst: '02:00:00:00:00:01',
  src: '02:00:00:00:00:02',
  tags: [],
  ethertype: 0x0800,
  payload: '00'.repeat(46),
}

it.each([
  [[], '[IP]'],
  [[tag(20)], '[20|IP]'],
  [[tag(1), tag(20)], '[1|20|IP]'],
  [[tag(0), tag(20)], '[0|20|IP]'],
  [[tag(30, { tpid: 0x88a8 }), tag(20)], '[88a8:30|20|IP]'],
])('the stack is written outermost first', (tags, text) => {
  expect(tagStack({ ...IP, tags })).toBe(text)
})

it('names what is behind the tags', () => {
  const dtp = dtpFrame({
    src: IP.src,
    domain: '',
    operating: 'access',
    administrative: 'desirable',
    operatingType: 'dot1q',
    administrativeType: 'dot1q',
  })
  expect(tagStack(dtp)).toBe('[DTP]')
  expect(tagStack({ ...IP, ethertype: 38, payload: `4242${'00'.repeat(44)}` })).toBe('[LLC]')
  expect(tagStack({ ...IP, ethertype: 0x88b5 })).toBe('[88b5]')
})

it('is said aloud with the length on the wire', () => {
  expect(tagsAloud({ ...IP, tags: [tag(1), tag(20)] })).toBe('Tags: VLAN 1, then VLAN 20. 68 bytes.')
  expect(tagsAloud(IP)).toBe('No tag. 60 bytes.')
})
