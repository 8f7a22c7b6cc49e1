import type { PerVlan } from '../../net/per-vlan.ts'
import type { Setting, SourceId } from '../../net/settings.ts'
import { NO_VLANS, unionVlans, type VlanSet, withoutVlans } from '../../net/vlan-set.ts'
import { addedSources } from '../added-sources.ts'
import { wrapVlanList } from '../vlan-list.ts'

/** The words that tell VLANs a number: `spanning-tree vlan 10,20 cost 4`. */
export type PerVlanWords = {
  /** What stands before the list. */
  readonly before: string
  /** What stands between the list and the number. */
  readonly after: string
  /** A set's elements as the dialect writes them. */
  readonly elements: (set: VlanSet) => string[]
}

/** Characters of list on a line, so that none is wider than a terminal. */
const WIDTH = 36

function lines({ before, after, elements }: PerVlanWords, vlans: VlanSet, value: number | null): string[] {
  const ending = value === null ? after : `${after} ${value}`
  return wrapVlanList(elements(vlans), { first: WIDTH, next: WIDTH }).map(
    (list) => `${value === null ? 'no ' : ''}${before} ${list} ${ending}`,
  )
}

/** The lines that tell VLANs their own numbers. */
export function ownNumberLines(words: PerVlanWords, { own }: PerVlan): string[] {
  return own.flatMap(({ vlans, value }) => lines(words, vlans, value))
}

/** The lines that lead from some VLANs' own numbers to others: what is gone is taken back first. */
export function ownNumberEdits(words: PerVlanWords, from: PerVlan, to: PerVlan): string[] {
  const gone = withoutVlans(allOwn(from), allOwn(to))
  const told = to.own.flatMap(({ vlans, value }) => {
    const had = from.own.find((each) => each.value === value)?.vlans ?? NO_VLANS
    return lines(words, withoutVlans(vlans, had), value)
  })
  return [...lines(words, gone, null), ...told]
}

function allOwn({ own }: PerVlan): VlanSet {
  return own.reduce((all, { vlans }) => unionVlans(all, vlans), NO_VLANS)
}

/** A setting that one more line has told something: it rests on all the lines that made it. */
export function retold(before: Setting<PerVlan>, value: PerVlan, by: readonly SourceId[]): Setting<PerVlan> {
  const wasTold = before.value.all !== null || before.value.own.length > 0
  return { value, from: addedSources(wasTold ? before.from : [], by) }
}
