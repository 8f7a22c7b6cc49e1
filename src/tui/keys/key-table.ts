/** One thing a person can do by a key, wherever it is offered. */
export type KeyAction = {
  /** Key names as `keyName` gives them, the one to show first. */
  readonly keys: readonly string[]
  /** How the keys are shown; empty where the bottom line is no place for it. */
  readonly shown: string
  /** One or two words for the bottom line. */
  readonly label: string
  /** A sentence fragment for the help. */
  readonly help: string
}

/**
 * Every key of the full screen, once. The bottom line, the help and the README are made from this table, so that a key is never
 * described in two ways.
 */
export const KEY_TABLE = {
  next: { keys: ['right', 'l'], shown: '→', label: 'step', help: 'one step on' },
  back: { keys: ['left', 'h'], shown: '←', label: 'back', help: 'one step back, exactly' },
  play: { keys: ['space'], shown: 'space', label: 'play', help: 'play or pause the film' },
  subNext: { keys: ['.'], shown: '.', label: '', help: 'move the frame on by a part of the cable' },
  subBack: { keys: [','], shown: ',', label: '', help: 'move the frame back by a part of the cable' },
  first: { keys: ['home', '0'], shown: 'Home', label: '', help: 'to the first step' },
  last: { keys: ['end', '$'], shown: 'End', label: '', help: 'to the last step, or to the next question' },
  goto: { keys: ['g'], shown: 'g', label: '', help: 'go to a step: then its number and Enter' },
  slower: { keys: ['['], shown: '[', label: '', help: 'slower' },
  faster: { keys: [']'], shown: '[ ]', label: 'speed', help: 'faster' },
  restart: { keys: ['r'], shown: 'r', label: 'again', help: 'the film from its start' },
  motion: { keys: ['m'], shown: 'm', label: '', help: 'motion: frames travel, jump, or stand still' },
  through: { keys: ['t'], shown: 't', label: '', help: 'play through, or stop after each stretch' },
  why: { keys: ['w'], shown: 'w', label: 'why', help: 'why this step came out so: lines, port, addresses' },
  bytes: { keys: ['b'], shown: 'b', label: 'bytes', help: 'the bytes of the frame' },
  hop: { keys: ['tab'], shown: 'Tab', label: 'hop', help: 'look at the next hop of the frame' },
  hopBack: { keys: ['shift-tab'], shown: '', label: '', help: 'look at the hop before' },
  compare: {
    keys: ['d'],
    shown: 'd',
    label: 'before',
    help: 'the film before and after the change, where they part',
  },
  up: { keys: ['up', 'k'], shown: '↑/↓', label: 'move', help: 'up in the list' },
  down: { keys: ['down', 'j'], shown: '', label: '', help: 'down in the list' },
  open: { keys: ['enter'], shown: 'Enter', label: 'go on', help: 'go on, open or confirm' },
  pick: { keys: ['1-9'], shown: '1-9', label: 'choose', help: 'choose a line of a menu by its number' },
  hint: { keys: ['i'], shown: 'i', label: 'hint', help: 'the next hint; looking costs nothing' },
  type: { keys: ['c'], shown: 'c', label: 'type', help: 'type a configuration line' },
  undo: { keys: ['u'], shown: 'u', label: 'undo', help: 'take the last change back' },
  watch: { keys: ['a'], shown: 'a', label: 'watch', help: 'watch the attack as a film' },
  save: {
    keys: ['x'],
    shown: 'x',
    label: 'save',
    help: 'write the fixed configuration or a patch to a file',
  },
  purposes: { keys: ['p'], shown: 'p', label: 'ports', help: 'say again what hangs on the ports' },
  terms: { keys: ['T'], shown: 'T', label: '', help: 'the glossary' },
  find: { keys: ['/'], shown: '/', label: 'find', help: 'find in this list' },
  leave: { keys: ['escape'], shown: 'Esc', label: 'leave', help: 'one level back; it never quits' },
  help: { keys: ['?'], shown: '?', label: 'help', help: 'the keys of this screen' },
  quit: { keys: ['q'], shown: 'q', label: 'quit', help: 'leave; what you did is kept' },
  redraw: { keys: ['ctrl-l'], shown: 'Ctrl-L', label: '', help: 'draw the screen anew' },
  suspend: {
    keys: ['ctrl-z'],
    shown: 'Ctrl-Z',
    label: '',
    help: 'back to the shell for a while; fg returns',
  },
} as const satisfies Record<string, KeyAction>

/** The name of an action. */
export type ActionId = keyof typeof KEY_TABLE

/** What a screen does for an action: something, or nothing with the reason why not. */
export type Binding = (() => void) | { readonly off: string }

/** The actions a screen offers, in the order in which the bottom line names them. */
export type Bindings = { readonly [A in ActionId]?: Binding }

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
