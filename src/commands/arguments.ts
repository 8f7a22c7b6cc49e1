import { type ParseArgsConfig, parseArgs } from 'node:util'
import { BadUse } from '../edge/bad-use.ts'
import { nearest } from './nearest.ts'

/** Options as `node:util` takes them: by long name, a switch or a string. */
export type OptionTable = NonNullable<ParseArgsConfig['options']>

/**
 * Reads arguments by a table of options into `values` and `positionals`. Throws `BadUse` with a sentence of ours for an option
 * that is not in the table, that lacks its value or has one too many.
 */
export function readArguments<const T extends OptionTable>(args: readonly string[], options: T) {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  for (const token of tokens) if (token.kind === 'option') refuse(token, options)
  return parseArgs({ args: [...args], options, allowPositionals: true })
}

type OptionToken = {
  name: string
  rawName: string
  value: string | undefined
  inlineValue: boolean | undefined
}

/** Throws for an option that the strict reading would refuse: its own messages speak to programmers. */
function refuse({ name, rawName, value, inlineValue }: OptionToken, options: OptionTable): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) {
    const near = nearest(name, Object.keys(options))
    throw new BadUse(`There is no option ${rawName}${near ? `; is --${near} meant?` : '.'}`)
  }
  if (option.type === 'boolean' && value !== undefined) {
    throw new BadUse(`The option ${rawName} takes no value.`)
  }
  if (option.type === 'string' && (!value || (value.startsWith('-') && value !== '-' && !inlineValue))) {
    throw new BadUse(`The option ${rawName} needs a value.`)
  }
}
