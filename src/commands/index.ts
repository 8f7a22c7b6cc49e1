import { attack } from './attack.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { explain } from './explain.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, attack, explain]
