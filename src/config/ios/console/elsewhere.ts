import { matchLine } from '../../command-tree.ts'
import { isQuiet } from '../../quiet.ts'
import { CONFIG_TREES } from './config-trees.ts'
import { EXEC_TREE, execAction } from './exec-table.ts'
import { configures, type Mode } from './mode.ts'

/** In which other mode a line would be a command that does something, as a sentence for people; null where in none. */
export function belongsElsewhere(mode: Mode, line: string): string | null {
  const text = line.trim()
  if (!configures(mode)) {
    const isConfiguration = Object.values(CONFIG_TREES).some((tree) => doesSomething(tree, text))
    if (isConfiguration) return 'It is a configuration command: type "configure terminal" first.'
    const isPrivileged = mode.name === 'user' && inExec(text)
    return isPrivileged ? 'It is a command of privileged mode: type "enable" first.' : null
  }
  if (inExec(text)) return `It is a command of privileged mode: "do ${text}" does it from here.`
  if (mode.name !== 'port' && doesSomething(CONFIG_TREES.port, text)) {
    return 'It is a command for a port: type "interface" and the port first.'
  }
  if (mode.name !== 'vlan' && doesSomething(CONFIG_TREES.vlan, text)) {
    return 'It is a command for a VLAN: type "vlan" and its number first.'
  }
  return null
}

function inExec(text: string): boolean {
  const match = matchLine(EXEC_TREE, text)
  return match.found && !match.undo && execAction(match.command) !== null
}

function doesSomething(tree: Parameters<typeof matchLine>[0], text: string): boolean {
  const match = matchLine(tree, text)
  return match.found && !isQuiet(match.command)
}
