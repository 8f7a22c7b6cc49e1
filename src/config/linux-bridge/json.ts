/** A VLAN of a port in `bridge -j vlan show`, and the line it stands on. */
export type JsonVlan = {
  readonly port: string
  readonly from: number
  readonly to: number
  readonly flags: readonly string[]
  readonly line: number
}

/** The ports that the listing names, and their VLANs. */
export type JsonListing = {
  readonly ports: readonly { readonly name: string; readonly line: number }[]
  readonly vlans: readonly JsonVlan[]
}

/**
 * The listing of `bridge -j vlan show`: a list of ports with their `vlans`, or in older releases an object of lists by port. Null
 * for what is no whole JSON of this form. `firstLine` is the line of the file on which the text begins.
 */
export function readJsonListing(text: string, firstLine: number): JsonListing | null {
  const parsed = parse(text)
  const entries = entriesOf(parsed)
  if (!entries) return null
  const lines = linesOfKeys(text, firstLine, Array.isArray(parsed))
  const ports: { name: string; line: number }[] = []
  const vlans: JsonVlan[] = []
  for (const [name, list] of entries) {
    const line = lines.ports() ?? firstLine
    ports.push({ name, line })
    for (const each of list) {
      const vlan = vlanOf(each)
      const at = lines.vlans() ?? line
      if (!vlan) return null
      vlans.push({ port: name, ...vlan, line: at })
    }
  }
  return { ports, vlans }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(parsed: unknown): [string, unknown[]][] | null {
  const pairs: [unknown, unknown][] = Array.isArray(parsed)
    ? parsed.map((each) => (isObject(each) ? [each.ifname, each.vlans] : [null, null]))
    : isObject(parsed)
      ? Object.entries(parsed)
      : []
  const entries: [string, unknown[]][] = []
  for (const [name, list] of pairs) {
    if (typeof name !== 'string' || name === '' || !Array.isArray(list)) return null
    entries.push([name, list])
  }
  return entries.length > 0 ? entries : null
}

function vlanOf(value: unknown): Omit<JsonVlan, 'port' | 'line'> | null {
  if (!isObject(value)) return null
  const { vlan, vlanEnd = vlan, flags = [] } = value
  if (typeof vlan !== 'number' || typeof vlanEnd !== 'number' || !Array.isArray(flags)) return null
  return { from: vlan, to: vlanEnd, flags: flags.map(String) }
}

/** The lines on which ports and VLANs stand, each asked for in the order of the text, in which JSON is read too. */
function linesOfKeys(text: string, firstLine: number, list: boolean) {
  const next = (pattern: RegExp) => {
    const found = text.matchAll(pattern)
    let line = firstLine
    let lineEnd = endOfLine(text, 0)
    return (): number | null => {
      const match = found.next().value
      if (!match) return null
      for (; lineEnd < match.index; lineEnd = endOfLine(text, lineEnd + 1)) line++
      return line
    }
  }
  return {
    ports: next(list ? /"ifname"\s*:/g : /"(?:[^"\\]|\\.)*"\s*:\s*\[\s*[{\]]/g),
    vlans: next(/"vlan"\s*:/g),
  }
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}
