import type { PortSettingName, PortSettings } from '../../net/settings.ts'
import type { Vid, VlanSet } from '../../net/vlan-set.ts'
import type { Operation } from '../observed.ts'
import type { PortName } from '../port-name.ts'

/** A line of a pasted output, without paging marks. */
export type PastedLine = {
  /** Counted from 1, in the file as the user has it. */
  readonly line: number
  readonly text: string
}

/** The output of a show command that a dialect reads: how it is found in a text, and what it says. */
export type Output = {
  /** The command, as it is called where an output disagrees with the configuration. */
  readonly command: string
  /** Words of which one stands in every such output: without any a text is not looked at any closer. */
  readonly signatures: readonly string[]
  /** Whether an output begins at this line, `next` being the one after it. */
  readonly begins: (line: string, next: string) => boolean
  /** Which lines go on with it. */
  readonly goesOn: RegExp
  /** A line after which anything goes on until a blank line: the description of a neighbour's system. */
  readonly freeText?: RegExp
  readonly read: (lines: readonly PastedLine[]) => OutputSaid
}

/** One output as it stands in a file. */
export type PastedOutput = { readonly output: Output; readonly lines: readonly PastedLine[] }

/** What an output says; what it does not tell is left out. */
export type OutputSaid = {
  readonly ports?: readonly PortSaid[]
  readonly vlans?: VlansSaid
  readonly neighbours?: readonly NeighbourSaid[]
}

/** A value and the line that says it. */
export type Said<T> = { readonly value: T; readonly at: PastedLine }

/** What one output says about a port; what it does not tell is left out. */
export type PortSaid = {
  readonly port: PortName
  readonly settings: {
    readonly [K in PortSettingName]?: Said<PortSettings[K] extends { value: infer V } ? V : never>
  }
  readonly operating?: Said<Operation>
}

/** Which VLANs a device has. */
export type VlansSaid = {
  readonly existing: VlanSet
  readonly suspended: VlanSet
  readonly names: Readonly<Record<Vid, string>>
  /** The header of the table. */
  readonly at: PastedLine
}

/** What one neighbour announced: names as the output has them. */
export type NeighbourSaid = {
  readonly by: 'CDP' | 'LLDP'
  readonly port: string
  readonly device: string
  readonly farPort: string
  readonly vlan: Said<Vid> | null
  readonly at: PastedLine
}

/** Longest line of an output that is read; nothing a device prints is longer. */
export const LONGEST_LINE = 1000
