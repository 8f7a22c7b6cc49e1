import { matchLine } from '../../command-tree.ts'
import { shownPort } from '../show/index.ts'
import { belongsElsewhere } from './elsewhere.ts'
import { type ExecAction, execAction, portArgument } from './exec-table.ts'
import { sayMistake } from './mistake.ts'
import type { Mode } from './mode.ts'
import { filterOf, type OutputFilter } from './output-filter.ts'
import { joinPortName, nameInConfig } from './port-words.ts'
import { type ScreenLine, say, sayShown } from './screen.ts'
import { treesOf } from './tree-of.ts'
import { letPass, momentNow, type World } from './world.ts'

/** What a line did: where one is then, and what appeared on the screen. */
export type Outcome = { readonly world: World; readonly mode: Mode; readonly lines: readonly ScreenLine[] }

/** Longest time that `wait` lets pass, in seconds: an hour. */
const LONGEST_WAIT = 3_600

/** Runs a line of user or privileged mode. `width` is what stands before it on the screen. */
export function runExec(world: World, mode: Mode, typed: string, width: number): Outcome {
  const stay = (...lines: readonly ScreenLine[]): Outcome => ({ world, mode, lines })
  const { command: line, filter, trouble } = filterOf(joinPortName(typed))
  if (trouble) return stay(...say('ours', trouble))
  const match = matchLine(treesOf(mode)[0], line)
  const elsewhere = say('ours', ...[belongsElsewhere(mode, line)].filter((sentence) => sentence !== null))
  if (!match.found)
    return stay(...sayMistake({ mistake: match, trees: treesOf(mode), line }, width), ...elsewhere)
  const action = match.undo ? null : execAction(match.command)
  if (!action) return stay(...(elsewhere.length > 0 ? elsewhere : say('ours', absent(line))))
  const done = act(world, mode, action, match.args)
  return { ...done, lines: filter ? filtered(done.lines, filter) : done.lines }
}

function absent(line: string): string {
  return `A real switch has this command ("${line.trim()}"); this console does not.`
}

/** The filter sees what the device prints; what is said besides stays. */
function filtered(lines: readonly ScreenLine[], filter: OutputFilter): ScreenLine[] {
  const printed = lines.filter(({ voice }) => voice === 'device').map(({ text }) => text)
  return [...say('device', ...filter(printed)), ...lines.filter(({ voice }) => voice !== 'device')]
}

function act(world: World, mode: Mode, action: ExecAction, args: readonly unknown[]): Outcome {
  const to = (next: Mode, ...lines: readonly ScreenLine[]): Outcome => ({ world, mode: next, lines })
  switch (action.does) {
    case 'enable':
      return to({ name: 'exec' })
    case 'disable':
      return to({ name: 'user' })
    case 'configure':
      return to({ name: 'global' })
    case 'leave':
      return to({ name: 'user' })
    case 'save':
      return to(
        mode,
        ...say('ours', 'Nothing is saved: the switch is simulated, and its configuration ends with it.'),
      )
    case 'nothing':
      return to(mode)
    case 'wait':
      return wait(world, mode, Number(args[0]))
    case 'show':
      return to(mode, ...sayShown(action.show(momentNow(world))))
    case 'show VLAN':
      return to(mode, ...sayShown(action.show(momentNow(world), Number(args[0]))))
    case 'show port':
      return showPort(world, mode, action, args)
  }
}

function wait(world: World, mode: Mode, seconds: number): Outcome {
  const millis = Math.min(seconds, LONGEST_WAIT) * 1000
  const { world: later, lines } = letPass(world, millis)
  return {
    world: later,
    mode,
    lines: [...lines, ...say('ours', `${millis / 1000} s of simulated time have passed.`)],
  }
}

function showPort(
  world: World,
  mode: Mode,
  action: Extract<ExecAction, { does: 'show port' }>,
  args: readonly unknown[],
): Outcome {
  const named = portArgument(args)
  const name = named && nameInConfig(world.reading, named.key)
  const moment = momentNow(world)
  const port = name ? shownPort(moment, name) : null
  const lines = port
    ? sayShown(action.show(moment, port))
    : say('ours', `This switch has no port ${named?.written ?? ''}.`)
  return { world, mode, lines }
}
