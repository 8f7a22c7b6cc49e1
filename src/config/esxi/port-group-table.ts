/** Where the columns of a table begin: esxcli makes the first as wide as the longest name, and marks each with dashes (facts E2). */
export type Columns = readonly number[]

/** One row of the table of port groups. */
export type PortGroupRow = {
  readonly name: string
  readonly vSwitch: string
  readonly activeClients: number
  readonly vlanId: number
}

/** The header of `esxcli network vswitch standard portgroup list`. */
export const PORT_GROUP_HEADER = /^[ \t]*Name[ \t]+Virtual Switch[ \t]+Active Clients[ \t]+VLAN ID[ \t]*$/

/** The columns that a row of dashes marks; null where the line is no such row of four columns. */
export function columnsOf(line: string): Columns | null {
  if (!/^[ \t]*-+(?:[ \t]+-+){3}[ \t]*$/.test(line)) return null
  return [...line.matchAll(/-+/g)].map(({ index }) => index)
}

/**
 * A row of the table, sliced at the columns. Where they do not fit, as after a paste that squeezed the blanks, the row is read
 * from its end: two numbers, the switch before them, and the rest is the name. Null for what is no row.
 */
export function readPortGroupRow(line: string, columns: Columns | null): PortGroupRow | null {
  return (columns && sliced(line, columns)) ?? squeezed(line)
}

function sliced(line: string, columns: Columns): PortGroupRow | null {
  const [name, vSwitch, clients, vlan] = columns.map((start, i) => line.slice(start, columns[i + 1]))
  return rowOf(name, vSwitch, clients, vlan)
}

function squeezed(line: string): PortGroupRow | null {
  const text = line.trim()
  const numbers = /[ \t](\d{1,6})[ \t]+(\d{1,6})$/.exec(text)
  if (!numbers) return null
  const names = text.slice(0, numbers.index).trimEnd()
  const gap = Math.max(names.lastIndexOf('  '), names.lastIndexOf('\t'))
  const cut = gap < 0 ? names.lastIndexOf(' ') : gap
  return cut < 0 ? null : rowOf(names.slice(0, cut), names.slice(cut), numbers[1], numbers[2])
}

function rowOf(name = '', vSwitch = '', clients = '', vlan = ''): PortGroupRow | null {
  const numbers = [clients, vlan].map((text) => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null))
  const [activeClients, vlanId] = numbers
  if (name.trim() === '' || vSwitch.trim() === '' || activeClients == null || vlanId == null) return null
  return { name: name.trim(), vSwitch: vSwitch.trim(), activeClients, vlanId }
}
