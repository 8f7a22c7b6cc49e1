import type { Vid, VlanSet } from '../../../net/vlan-set.ts'
import { type FoundCommand, type Match, matchLine } from '../../command-tree.ts'
import { isQuiet } from '../../quiet.ts'
import { DO, END, INTERFACE, INTERFACE_RANGE, LEAVE } from './config-trees.ts'
import { belongsElsewhere } from './elsewhere.ts'
import { enterInterface } from './enter-interface.ts'
import { type Outcome, runExec } from './exec.ts'
import { type Mistake, sayMistake } from './mistake.ts'
import { type Mode, wayInto } from './mode.ts'
import { expanded } from './places.ts'
import { type ScreenLine, say, sayAnswer } from './screen.ts'
import { remarksOn } from './settled-remarks.ts'
import { treesOf } from './tree-of.ts'
import { whyNoUndo } from './undo.ts'
import { accessVlanLines, enterVlans, leaveVlans, underVlans } from './vlan-rules.ts'
import { configure, type World } from './world.ts'

const DEFAULT_INTERFACE =
  /^def(?:a|au|aul|ault)?[ \t]+int(?:e|er|erf|erfa|erfac|erface)?[ \t]+(?:range[ \t]+)?(\S.*)$/i

/** Runs a line of a configuration mode. `width` is what stands before it on the screen. */
export function runConfigure(world: World, mode: Mode, line: string, width: number): Outcome {
  const reset = DEFAULT_INTERFACE.exec(line.trim())
  if (reset) return resetPorts(world, mode, reset[1] ?? '')
  const found = commandIn(mode, line)
  if (!found.match.found) return { world, mode, lines: mistaken(mode, found.match, line, width) }
  if (isQuiet(found.match.command) && belongsElsewhere(mode, line)) {
    const at = line.length - line.trimStart().length
    return { world, mode, lines: mistaken(mode, { found: false, why: 'unknown', at }, line, width) }
  }
  if (!found.globally) return run(world, mode, found.match, line, width)
  const left = leaveVlans(world, mode)
  const outcome = run(left.world, { name: 'global' }, found.match, line, width)
  return { ...outcome, lines: [...left.lines, ...outcome.lines] }
}

/** `default interface`: it leaves the mode one is in, as every global command does. */
function resetPorts(world: World, mode: Mode, names: string): Outcome {
  const left = leaveVlans(world, mode)
  const outcome = applied(left.world, { name: 'global' }, [`default interface ${names}`])
  return { ...outcome, lines: [...left.lines, ...outcome.lines] }
}

const BLOCK_NOT_ENTERED =
  'On a real switch this opens a mode of its own. Nothing in it can matter here, so that it is not entered.'
const NOT_SIMULATED = 'A real switch takes this. It changes nothing that is simulated here.'

type Found = { readonly match: Match; readonly globally: boolean }

/**
 * The command a line means here: one of the mode itself, else a global one, which leaves the mode. What the mode only takes without an
 * effect does not hide a global command that has one.
 */
function commandIn(mode: Mode, line: string): Found {
  const [own, ...outer] = treesOf(mode)
  const match = matchLine(own, line)
  const here: Found = { match, globally: mode.name === 'global' }
  if (match.found ? !isQuiet(match.command) : match.why === 'incomplete') return here
  for (const tree of outer) {
    const global = matchLine(tree, line)
    if (global.found && !isQuiet(global.command)) return { match: global, globally: true }
    const begins = !match.found && match.at <= startOfCommand(line)
    if (begins && (global.found || match.why === 'unknown')) return { match: global, globally: true }
  }
  return here
}

/** Where the first word stands that is not `no`. */
function startOfCommand(line: string): number {
  return /^[ \t]*(?:no[ \t]+)?/i.exec(line)?.[0].length ?? 0
}

function mistaken(mode: Mode, mistake: Mistake, line: string, width: number): ScreenLine[] {
  const elsewhere = belongsElsewhere(mode, line)
  return [
    ...sayMistake({ mistake, trees: treesOf(mode), line }, width),
    ...say('ours', ...(elsewhere ? [elsewhere] : [])),
  ]
}

function run(world: World, mode: Mode, match: FoundCommand, line: string, width: number): Outcome {
  const { command, undo, args } = match
  const stay = (...lines: readonly ScreenLine[]): Outcome => ({ world, mode, lines })
  const cannotUndo = undo && whyNoUndo(match, mode)
  if (cannotUndo) return stay(...say('ours', cannotUndo))
  switch (command.syntax) {
    case LEAVE:
      return { ...leaveVlans(world, mode), mode: { name: mode.name === 'global' ? 'exec' : 'global' } }
    case END:
      return { ...leaveVlans(world, mode), mode: { name: 'exec' } }
    case DO: {
      const at = line.length - String(args[0]).length
      const done = runExec(world, { name: 'exec' }, String(args[0]), width + at)
      return { ...done, mode }
    }
    case INTERFACE:
    case INTERFACE_RANGE:
      return enterInterface(world, mode, {
        line,
        width,
        names: String(args[0]),
        range: command.syntax === INTERFACE_RANGE,
      })
    case 'vlan <vlans>':
      return enterVlans(world, { line, vlans: args[0] as VlanSet | undefined, undo: undo !== null })
  }
  if (command.opensBlock) return stay(...say('ours', BLOCK_NOT_ENTERED))
  if (isQuiet(command)) return stay(...say('ours', NOT_SIMULATED))
  const full = expanded(treesOf(mode), line)
  if (mode.name === 'vlan') return underVlans(world, mode, full)
  const before =
    command.syntax === 'switchport access vlan <vlan>' && !undo
      ? accessVlanLines(world, args[0] as Vid)
      : { lines: [], says: [] }
  const outcome = applied(world, mode, [...before.lines, ...wayInto(mode), full])
  const remarks = undo ? [] : remarksOn(command, mode)
  return { ...outcome, lines: [...before.says, ...remarks, ...outcome.lines] }
}

/** Types lines at the switch, of which the last is the one on the screen, its words written in full. */
function applied(world: World, mode: Mode, lines: readonly string[]): Outcome {
  const { world: changed, lines: said, refused } = configure(world, lines)
  if (!refused) return { world: changed, mode, lines: said }
  return { world: changed, mode, lines: [...sayAnswer(refused.answer), ...said] }
}
