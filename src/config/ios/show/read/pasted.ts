import type { PortSettingName, PortSettings } from '../../../../net/settings.ts'
import type { Operation } from '../../../observed.ts'
import type { PortName } from '../../../port-name.ts'

/** A line of a pasted output, without paging marks. */
export type PastedLine = {
  /** Counted from 1, in the file as the user has it. */
  readonly line: number
  readonly text: string
}

/** The outputs that are read, by the command that prints them. */
export type OutputKind =
  | 'show interfaces switchport'
  | 'show interfaces trunk'
  | 'show vlan'
  | 'show dtp'
  | 'show cdp neighbors detail'
  | 'show lldp neighbors detail'

/** One output of a show command as it stands in a file. */
export type PastedOutput = { readonly kind: OutputKind; readonly lines: readonly PastedLine[] }

/** A value and the line that says it. */
export type Said<T> = { readonly value: T; readonly at: PastedLine }

/** What one output says about a port; what it does not tell is left out. */
export type PortSaid = {
  readonly port: PortName
  readonly by: OutputKind
  readonly settings: {
    readonly [K in PortSettingName]?: Said<PortSettings[K] extends { value: infer V } ? V : never>
  }
  readonly operating?: Said<Operation>
}

/** Longest line of an output that is read; nothing a device prints is longer. */
export const LONGEST_LINE = 1000
