/** The keys of one thing a person can do, wherever it is offered. Its words stand in `words/keys.ts`. */
export type KeyAction = {
  /** Key names as `keyName` gives them, the one to show first. */
  readonly keys: readonly string[]
  /** How the keys are shown in the bottom line; empty where it is no place for them. */
  readonly shown: string
}

/**
 * Every key of the full screen, once. The bottom line, the help and the README are made from this table, so that a key is never
 * described in two ways.
 */
export const KEY_TABLE = {
  next: { keys: ['right', 'l'], shown: '→' },
  back: { keys: ['left', 'h'], shown: '←' },
  play: { keys: ['space'], shown: 'space' },
  subNext: { keys: ['.'], shown: '.' },
  subBack: { keys: [','], shown: ',' },
  first: { keys: ['home', '0'], shown: 'Home' },
  last: { keys: ['end', '$'], shown: 'End' },
  goto: { keys: ['g'], shown: 'g' },
  attackNext: { keys: ['n'], shown: 'n' },
  attackBack: { keys: ['N'], shown: 'N' },
  steps: { keys: ['e'], shown: 'e' },
  slower: { keys: ['['], shown: '[' },
  faster: { keys: [']'], shown: '[ ]' },
  restart: { keys: ['r'], shown: 'r' },
  motion: { keys: ['m'], shown: 'm' },
  through: { keys: ['t'], shown: 't' },
  why: { keys: ['w'], shown: 'w' },
  bytes: { keys: ['b'], shown: 'b' },
  hop: { keys: ['tab'], shown: 'Tab' },
  hopBack: { keys: ['shift-tab'], shown: '' },
  compare: { keys: ['d'], shown: 'd' },
  up: { keys: ['up', 'k'], shown: '↑/↓' },
  down: { keys: ['down', 'j'], shown: '' },
  open: { keys: ['enter'], shown: 'Enter' },
  take: { keys: ['enter'], shown: 'Enter' },
  pick: { keys: ['up', 'down', 'enter', '1-9'], shown: '↑/↓ Enter' },
  earlier: { keys: ['page-up', 'page-down'], shown: 'PgUp' },
  hint: { keys: ['i'], shown: 'i' },
  type: { keys: ['c'], shown: 'c' },
  undo: { keys: ['u'], shown: 'u' },
  watch: { keys: ['a'], shown: 'a' },
  save: { keys: ['x'], shown: 'x' },
  services: { keys: ['s'], shown: 's' },
  history: { keys: ['z'], shown: 'z' },
  purposes: { keys: ['p'], shown: 'p' },
  find: { keys: ['/'], shown: '/' },
  file: { keys: ['f'], shown: 'f' },
  tour: { keys: ['o'], shown: 'o' },
  complete: { keys: ['tab'], shown: 'Tab' },
  terms: { keys: ['T'], shown: 'T' },
  leave: { keys: ['escape'], shown: 'Esc' },
  help: { keys: ['?'], shown: '?' },
  quit: { keys: ['q'], shown: 'q' },
  redraw: { keys: ['ctrl-l'], shown: 'Ctrl-L' },
  suspend: { keys: ['ctrl-z'], shown: 'Ctrl-Z' },
} as const satisfies Record<string, KeyAction>

/** The name of an action. */
export type ActionId = keyof typeof KEY_TABLE

/** What a screen does for an action: something, or nothing with the reason why not. */
export type Binding = (() => void) | { readonly off: string }

/** The actions a screen offers, in the order in which the bottom line names them. */
export type Bindings = { readonly [A in ActionId]?: Binding }

/** Stands for a key that a menu or a field takes by itself: it is named like every other, and nothing is to be done for it. */
export const ELSEWHERE: Binding = () => {}

/** Who owns the keys: the screen, a menu in it (its arrows, digits and Enter), or a text field (everything but Esc). */
export type KeyOwner = 'screen' | 'menu' | 'field'

const MENU_KEYS: ReadonlySet<string> = new Set(['up', 'down', 'j', 'k', 'enter', ...'123456789'])

/** The binding a key stands for, or `null`: an unknown key, or one that a menu or a field owns. */
export function bindingFor(bindings: Bindings, key: string, owner: KeyOwner): Binding | null {
  if (owner === 'field' && key !== 'escape') return null
  if (owner === 'menu' && MENU_KEYS.has(key)) return null
  for (const id of Object.keys(bindings) as ActionId[]) {
    const keys: readonly string[] = KEY_TABLE[id].keys
    if (keys.includes(key)) return bindings[id] ?? null
  }
  return null
}
