import type { Millis } from '../../../net/event.ts'
import type { DeviceReading } from '../../reading.ts'
import { blankSecrets } from '../../secrets.ts'
import { completed } from './complete.ts'
import { runConfigure } from './configure.ts'
import { type EditKey, type Editor, EMPTY_EDITOR, edit, entered, insert, withText } from './editor.ts'
import { type Outcome, runExec } from './exec.ts'
import { EXEC_TREE } from './exec-table.ts'
import { type Asked, helpAt } from './help.ts'
import { configures, type Mode, promptOf } from './mode.ts'
import { interfaceKinds } from './port-words.ts'
import { type ScreenLine, say } from './screen.ts'
import { treesOf } from './tree-of.ts'
import { leaveVlans } from './vlan-rules.ts'
import { aloneNetwork, letPass, openWorld, type World, type WorldSpec } from './world.ts'

/** A console at a simulated switch: plain data, so that it can be kept, compared and gone back to. */
export type ConsoleState = { readonly world: World; readonly mode: Mode; readonly editor: Editor }

/** What reaches a console. */
export type ConsoleInput =
  /** Text from the keyboard or the clipboard. Every line end in it enters the line so far; `?` asks for help. */
  | { readonly text: string }
  | { readonly key: EditKey | 'enter' | 'tab' | 'help' | 'end mode' }
  /** A whole line at once, whatever is being typed. */
  | { readonly line: string }
  /** Virtual time passes while nobody types. */
  | { readonly pass: Millis }

/** What an input made of a console, and the lines that appear above the prompt. */
export type Step = { readonly state: ConsoleState; readonly lines: readonly ScreenLine[] }

/**
 * A console in privileged mode, at a switch whose configuration is in the IOS dialect. A face keeps the state, gives every key or
 * line to `step`, puts the lines that come back above the prompt, and shows `prompt(state)` with `state.editor` after it; the
 * configuration so far is `state.world.reading`. Throws `RangeError` for another dialect and `UnmodelledNetwork` for a network
 * without the switch.
 */
export function openConsole(spec: WorldSpec): ConsoleState {
  const { dialect } = spec.reading
  if (dialect !== 'ios')
    throw new RangeError(`The console speaks Cisco IOS, and this configuration is ${dialect}.`)
  return { world: openWorld(spec), mode: { name: 'exec' }, editor: EMPTY_EDITOR }
}

/** A console at a switch by itself, with something silent at every port: where lines are tried on a switch of one's own. */
export function openConsoleAlone(reading: DeviceReading): ConsoleState {
  return openConsole({ network: aloneNetwork(reading), device: reading.name, reading })
}

/** What stands before the line that is being typed. */
export function prompt({ world, mode }: ConsoleState): string {
  const [line] = say('typed', promptOf(world.reading.name, mode))
  return line?.text ?? ''
}

/** One input: a pure step. Nothing that is typed makes it throw. */
export function step(state: ConsoleState, input: ConsoleInput): Step {
  if ('text' in input) return typeText(state, input.text)
  if ('line' in input)
    return enter({ ...state, editor: insert({ ...EMPTY_EDITOR, history: state.editor.history }, input.line) })
  if ('pass' in input) {
    const { world, lines } = letPass(state.world, input.pass)
    return { state: { ...state, world }, lines }
  }
  switch (input.key) {
    case 'enter':
      return enter(state)
    case 'help':
      return help(state)
    case 'tab':
      return tab(state)
    case 'end mode':
      return endMode(state)
    default:
      return { state: { ...state, editor: edit(state.editor, input.key) }, lines: [] }
  }
}

/** Every input in turn. */
export function steps(state: ConsoleState, inputs: readonly ConsoleInput[]): Step {
  const lines: ScreenLine[] = []
  let now = state
  for (const input of inputs) {
    const next = step(now, input)
    lines.push(...next.lines)
    now = next.state
  }
  return { state: now, lines }
}

function typeText(state: ConsoleState, text: string): Step {
  const inputs = text
    .split(/(\r\n|\r|\n|\?)/)
    .filter((part) => part !== '')
    .map((part): ConsoleInput | string =>
      part === '?' ? { key: 'help' } : /^[\r\n]/.test(part) ? { key: 'enter' } : part,
    )
  const lines: ScreenLine[] = []
  let now = state
  for (const input of inputs) {
    if (typeof input === 'string') now = { ...now, editor: insert(now.editor, input) }
    else {
      const next = step(now, input)
      lines.push(...next.lines)
      now = next.state
    }
  }
  return { state: now, lines }
}

/** The line as it stays on the screen. What is typed as a secret does not: the screen may be kept as a transcript. */
function echo(state: ConsoleState, after = ''): ScreenLine[] {
  return say('typed', prompt(state) + blankSecrets(state.editor.text) + after)
}

function enter(state: ConsoleState): Step {
  const { text } = state.editor
  const asks = /\?[ \t]*$/.exec(text)
  if (asks) {
    const asked = { ...state, editor: withText(state.editor, text.slice(0, asks.index)) }
    const { lines } = help(asked)
    return { state: { ...state, editor: entered(state.editor) }, lines }
  }
  const { world, mode, lines } = run(state, text)
  return { state: { world, mode, editor: entered(state.editor) }, lines: [...echo(state), ...lines] }
}

function run({ world, mode }: ConsoleState, text: string): Outcome {
  if (text.trim() === '' || text.trimStart().startsWith('!')) return { world, mode, lines: [] }
  const width = promptOf(world.reading.name, mode).length
  return configures(mode) ? runConfigure(world, mode, text, width) : runExec(world, mode, text, width)
}

/** `?`: what may stand next; the line stays. After `do`, what may stand there in privileged mode. */
function help(state: ConsoleState): Step {
  return { state, lines: [...echo(state, '?'), ...helpAt(looked(state))] }
}

function tab(state: ConsoleState): Step {
  const { editor, world } = state
  const { trees, line } = looked(state)
  const longer = completed(trees, world.reading, line)
  if (longer === line) return { state, lines: [] }
  const text = editor.text.slice(0, editor.cursor - line.length) + longer
  const after = editor.text.slice(editor.cursor)
  const cursor = text.length
  return { state: { ...state, editor: { ...withText(editor, text + after), cursor } }, lines: [] }
}

/** The part of the line before the cursor, and what it may be. */
function looked({ editor, mode, world }: ConsoleState): Asked {
  const line = editor.text.slice(0, editor.cursor)
  const interfaces = interfaceKinds(world.reading)
  const after = configures(mode) ? /^[ \t]*do[ \t]/i.exec(line)?.[0] : undefined
  return after === undefined
    ? { trees: treesOf(mode), line, configures: configures(mode), interfaces }
    : { trees: [EXEC_TREE], line: line.slice(after.length), configures: false, interfaces }
}

/** Ctrl-Z: what is typed counts, as it does on the device, and one is in privileged mode. */
function endMode(state: ConsoleState): Step {
  if (!configures(state.mode)) return { state: { ...state, editor: EMPTY_EDITOR }, lines: echo(state, '^Z') }
  const done = run(state, state.editor.text)
  const left = leaveVlans(done.world, done.mode)
  const lines = [...echo(state, '^Z'), ...done.lines, ...left.lines]
  return { state: { world: left.world, mode: { name: 'exec' }, editor: entered(state.editor) }, lines }
}
