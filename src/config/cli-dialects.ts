import type { CliDialect } from './cli-dialect.ts'
import { IOS } from './ios/dialect.ts'
import type { DialectName } from './reading.ts'

/** The dialects in the style of a Cisco command line. A new one is a folder and a line here. */
export const CLI_DIALECTS: Readonly<Partial<Record<DialectName, CliDialect>>> = { ios: IOS }
