import type { CliDialect } from './cli-dialect.ts'
import type { Dialect } from './dialect.ts'
import { EOS } from './eos/dialect.ts'
import { ESXI } from './esxi/dialect.ts'
import { IOS } from './ios/dialect.ts'
import { LINUX_BRIDGE } from './linux-bridge/dialect.ts'
import { NXOS } from './nxos/dialect.ts'
import { OVS } from './ovs/dialect.ts'
import type { DialectName } from './reading.ts'
import type { ShellDialect } from './type-at-host.ts'

/** Dialects in the style of a Cisco command line, which are written and typed as well as read. */
const CLI_DIALECTS: readonly CliDialect[] = [IOS, NXOS, EOS]

/** Lists that the tools of a host print, and commands that these tools take. */
const HOST_DIALECTS: readonly Dialect[] = [ESXI, OVS, LINUX_BRIDGE]

/** Every dialect, in the order in which a text is tried for their signs. A new one is a folder and a line here. */
export const DIALECTS: readonly Dialect[] = [...CLI_DIALECTS, ...HOST_DIALECTS]

/** The dialect of this name. */
export function dialectNamed(name: DialectName): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.name === name)
}

/** What begins a comment among commands of this dialect: on a host they are typed at a shell. */
export function commentSign(name: DialectName): '!' | '#' {
  return HOST_DIALECTS.some((dialect) => dialect.name === name) ? '#' : '!'
}

/** The dialect of this name, if its configuration is commands of a shell. */
export function shellDialectNamed(name: DialectName): ShellDialect | null {
  const dialect = dialectNamed(name)
  return dialect?.shell ? { ...dialect, shell: dialect.shell } : null
}

/** The dialect that is written and typed. Throws `RangeError` for one that is only read. */
export function cliDialectNamed(name: DialectName): CliDialect {
  const dialect = CLI_DIALECTS.find((each) => each.name === name)
  if (!dialect) throw new RangeError(`Configuration of the kind ${name} is only read, not written.`)
  return dialect
}
