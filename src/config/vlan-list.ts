import { FIRST_VLAN, LAST_VLAN, type VlanSet, vlanSet } from '../net/vlan-set.ts'

/**
 * The VLANs of a list as devices write it: `N` or `N-M` (lower first), separated by commas, 1-4094 (facts D4). `null` where it is
 * no such list. Leading zeros are taken as people type them.
 */
export function readVlanList(text: string): VlanSet | null {
  if (!/^[\d,-]+$/.test(text)) return null
  const members: (readonly [number, number])[] = []
  for (const element of text.split(',')) {
    const [, low, high = low] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(element) ?? []
    if (low === undefined || high === undefined) return null
    const from = Number(low)
    const to = Number(high)
    if (from < FIRST_VLAN || to > LAST_VLAN || to < from) return null
    members.push([from, to])
  }
  return vlanSet(...members)
}

/** The elements of a list as IOS writes them: three or more in a row with a hyphen, a pair as two numbers (facts D4). */
export function vlanListElements(set: VlanSet): string[] {
  return set.flatMap(([from, to]) => {
    if (from === to) return [`${from}`]
    return to === from + 1 ? [`${from}`, `${to}`] : [`${from}-${to}`]
  })
}

/** Characters of list that fit on the first line of a wrapped list, and on each `add` line after it (facts D4). */
export type WrapWidths = { readonly first: number; readonly next: number }

/** The elements joined by commas, cut at commas into lines of at most these widths. */
export function wrapVlanList(elements: readonly string[], widths: WrapWidths): string[] {
  const lines: string[] = []
  let line = ''
  for (const element of elements) {
    const width = lines.length === 0 ? widths.first : widths.next
    if (line === '') line = element
    else if (line.length + 1 + element.length <= width) line += `,${element}`
    else {
      lines.push(line)
      line = element
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** The elements of a list as NX-OS and EOS write them: every run with a hyphen, a pair too (facts D4). */
export function vlanListRanges(set: VlanSet): string[] {
  return set.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
}
