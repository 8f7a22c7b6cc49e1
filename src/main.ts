import { readArguments } from './commands/arguments.ts'
import { faceFor } from './commands/face.ts'
import { COMMANDS } from './commands/index.ts'
import { nearest } from './commands/nearest.ts'
import { BadUse } from './edge/bad-use.ts'
import { EXIT } from './edge/exit.ts'
import type { Io } from './edge/io.ts'
import { MOTIONS } from './flow/pace.ts'
import { type Settings, THEMES } from './progress/settings.ts'
import { printable } from './words/printable.ts'
import { programHelp } from './words/usage.ts'

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  plain: { type: 'boolean' },
  ascii: { type: 'boolean' },
  theme: { type: 'string' },
  motion: { type: 'string' },
} as const

/**
 * The whole program but for the process around it: runs the command that the arguments name, else shows a face. Gives the exit
 * status; arguments that cannot be taken end with one sentence and status 2.
 */
export async function main(args: readonly string[], io: Io, version: string): Promise<number> {
  try {
    const [first = ''] = args
    if (first !== '' && !first.startsWith('-')) return await runCommand(first, args.slice(1), io)
    return await runProgram(args, io, version)
  } catch (error) {
    if (!(error instanceof BadUse)) throw error
    io.stderr(`vlan-dojo: ${printable(error.message)}\n`)
    return EXIT.badUse
  }
}

async function runCommand(name: string, args: readonly string[], io: Io): Promise<number> {
  const command = COMMANDS.find((each) => each.name === name)
  if (!command) {
    const near = nearest(
      name,
      COMMANDS.map((each) => each.name),
    )
    const remedy = near ? `is ${near} meant?` : 'vlan-dojo --help lists the commands.'
    throw new BadUse(`There is no command ${JSON.stringify(name)}; ${remedy}`)
  }
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout(command.usage)
    return EXIT.ok
  }
  return await command.run(args, io)
}

async function runProgram(args: readonly string[], io: Io, version: string): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const [stray] = positionals
  if (stray !== undefined) throw new BadUse(`A command comes before its options: vlan-dojo ${stray} ...`)
  if (values.help) {
    io.stdout(programHelp(COMMANDS))
    return EXIT.ok
  }
  if (values.version) {
    io.stdout(`${version}\n`)
    return EXIT.ok
  }
  const asked: Partial<Settings> = {
    ...(values.ascii ? { ascii: true } : {}),
    ...(values.theme === undefined ? {} : { theme: oneOf(THEMES, 'theme', values.theme) }),
    ...(values.motion === undefined ? {} : { motion: oneOf(MOTIONS, 'motion', values.motion) }),
  }
  if (values.plain || faceFor(io) === 'plain') {
    const { startPlain } = await import('./plain/start.ts')
    return await startPlain(io, values.plain)
  }
  const { startTui } = await import('./tui/start.ts')
  return await startTui(io, asked)
}

function oneOf<T extends string>(choices: readonly T[], option: string, written: string): T {
  const chosen = choices.find((each) => each === written)
  if (chosen === undefined) {
    throw new BadUse(`There is no ${option} ${JSON.stringify(written)}; choose one of ${choices.join(', ')}.`)
  }
  return chosen
}
