import { applyLines, type DeviceReading, type Refused } from '../config/index.ts'
import type { Checklist, ChecklistItem } from '../content/checklist.ts'
import type { Purpose } from '../rules/purpose.ts'
import type { Service } from '../rules/site.ts'
import { type PurposeGroup, purposeGroups } from './checklist/purpose-groups.ts'
import { edited, type Situation, type Standing, standingOf, type Tick } from './checklist/standing.ts'

/** What a checklist is worked through on: made once, nothing of it changes. */
export type ChecklistWork = {
  readonly checklist: Checklist
  /** The switch as the file has it, or out of the box. */
  readonly before: DeviceReading
  readonly groups: readonly PurposeGroup[]
  readonly items: readonly ChecklistItem[]
}

/** Where someone is in a checklist. Plain JSON: it can be kept as a draft and taken up again. */
export type ChecklistState = {
  /** First what hangs on the ports is asked, group by group; then the items are gone through. */
  readonly doing: 'purposes' | 'items'
  /** Index of the group that is asked about. */
  readonly group: number
  /** Index of the item that is looked at. */
  readonly item: number
  readonly purposes: Readonly<Record<string, Purpose>>
  readonly services: readonly Service[]
  /** Lines typed or chosen, in the batches in which they can be undone. */
  readonly edits: readonly (readonly string[])[]
  readonly ticks: Readonly<Record<string, Tick>>
  /** The line the switch refused in the last edit, which then changed nothing. */
  readonly refused: Refused | null
}

/** What of a checklist is kept while nobody works on it. */
export type KeptChecklist = Pick<ChecklistState, 'purposes' | 'services' | 'edits' | 'ticks'>

/** What a person does with a checklist. */
export type ChecklistAction =
  /** Says what hangs on the ports of a group; null leaves them unasked. Goes on to the next group. */
  | { readonly do: 'purpose'; readonly purpose: Purpose | null }
  | { readonly do: 'group'; readonly group: number }
  | { readonly do: 'to-purposes' }
  | { readonly do: 'to-items' }
  | { readonly do: 'next' | 'back' }
  | { readonly do: 'goto'; readonly item: number }
  /** Types lines in configuration mode, `interface` lines among them. */
  | { readonly do: 'edit'; readonly lines: readonly string[] }
  /** Takes the last edit back. */
  | { readonly do: 'undo' }
  /** Takes back every edit behind the first so many. */
  | { readonly do: 'back-to'; readonly edits: number }
  /** What a person says of the item that is looked at; null takes it back. */
  | { readonly do: 'tick'; readonly tick: Tick | null }
  | { readonly do: 'services'; readonly services: readonly Service[] }

/** Takes a switch in hand with a checklist. */
export function openChecklist(checklist: Checklist, before: DeviceReading): ChecklistWork {
  const items = checklist.groups.flatMap((group) => group.items)
  return { checklist, before, groups: purposeGroups(before), items }
}

/** The start, or the place someone left: purposes, ticks and edits as a draft keeps them. */
export function startChecklist(work: ChecklistWork, kept: Partial<KeptChecklist> = {}): ChecklistState {
  const state: ChecklistState = {
    doing: 'purposes',
    group: 0,
    item: 0,
    purposes: {},
    services: [],
    edits: [],
    ticks: {},
    refused: null,
    ...kept,
  }
  const open = work.groups.findIndex(({ ports }) =>
    ports.some((port) => !Object.hasOwn(state.purposes, port)),
  )
  return open < 0 ? { ...state, doing: 'items' } : { ...state, group: open }
}

/** What the standing of a checklist is computed from. Hold on to the result as long as these stay the same. */
export function situationOf({ checklist, before }: ChecklistWork, state: ChecklistState): Situation {
  const { purposes, services, edits, ticks } = state
  return { checklist, before, purposes, services, edits, ticks }
}

/** How everything stands now: items, attacks on every port, commands so far. */
export function standing(work: ChecklistWork, state: ChecklistState): Standing {
  return standingOf(situationOf(work, state))
}

function without(purposes: ChecklistState['purposes'], ports: readonly string[]): ChecklistState['purposes'] {
  return Object.fromEntries(Object.entries(purposes).filter(([port]) => !ports.includes(port)))
}

function sayPurpose(work: ChecklistWork, state: ChecklistState, purpose: Purpose | null): ChecklistState {
  const { ports = [] } = work.groups[state.group] ?? {}
  const others = without(state.purposes, ports)
  const said = purpose === null ? {} : Object.fromEntries(ports.map((port) => [port, purpose]))
  const group = state.group + 1
  const now = { ...state, purposes: { ...others, ...said } }
  return group < work.groups.length ? { ...now, group } : { ...now, doing: 'items' }
}

function edit(work: ChecklistWork, state: ChecklistState, lines: readonly string[]): ChecklistState {
  if (lines.every((line) => line.trim() === '')) return state
  const { refused } = applyLines(edited(work.before, state.edits), lines)
  return refused ? { ...state, refused } : { ...state, refused: null, edits: [...state.edits, lines] }
}

function tickItem(work: ChecklistWork, state: ChecklistState, tick: Tick | null): ChecklistState {
  const id = work.items[state.item]?.id
  if (id === undefined) return state
  const others = Object.fromEntries(Object.entries(state.ticks).filter(([known]) => known !== id))
  return { ...state, ticks: tick === null ? others : { ...others, [id]: tick } }
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}

/** The checklist's next place. Any item may be looked at at any time; nothing is locked. */
export function checklistFlow(
  work: ChecklistWork,
  state: ChecklistState,
  action: ChecklistAction,
): ChecklistState {
  const { items, groups } = work
  switch (action.do) {
    case 'purpose':
      return state.doing === 'purposes' ? sayPurpose(work, state, action.purpose) : state
    case 'group':
      return { ...state, group: within(action.group, groups.length) }
    case 'to-purposes':
      return { ...state, doing: 'purposes', group: 0 }
    case 'to-items':
      return { ...state, doing: 'items' }
    case 'next':
      return { ...state, item: within(state.item + 1, items.length) }
    case 'back':
      return { ...state, item: within(state.item - 1, items.length) }
    case 'goto':
      return { ...state, item: within(action.item, items.length) }
    case 'edit':
      return edit(work, state, action.lines)
    case 'undo':
      return { ...state, edits: state.edits.slice(0, -1), refused: null }
    case 'back-to':
      return { ...state, edits: state.edits.slice(0, action.edits), refused: null }
    case 'tick':
      return tickItem(work, state, action.tick)
    case 'services':
      return { ...state, services: action.services }
  }
}
