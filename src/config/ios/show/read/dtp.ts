import type { PortMode, PortSettings } from '../../../../net/settings.ts'
import type { Output, PastedLine, PortSaid, Said } from '../../../pasted/pasted.ts'
import { readPortName } from '../../../port-name.ts'

const HEADER = /^DTP information for (\S+?):?$/
const STATUS = /^TOS\/TAS\/TNS:[ \t]*(\w+)\/(\w+)\/(\w+)$/
const TYPE = /^TOT\/TAT\/TNT:[ \t]*([\w.]+)\/([\w.]+)\/([\w.]+)$/

const MODES: Readonly<Record<string, PortMode>> = {
  OFF: 'access',
  ON: 'trunk',
  NONEGOTIATE: 'trunk',
  AUTO: 'dynamic auto',
  DESIRABLE: 'dynamic desirable',
}

const ENCAPSULATIONS: Readonly<Record<string, PortSettings['encapsulation']['value']>> = {
  '802.1Q': 'dot1q',
  ISL: 'isl',
  NEGOTIATE: 'negotiate',
}

/** Reads `show dtp interface` (facts D5): how each port operates, and what it was told. */
function readDtpOutput(lines: readonly PastedLine[]): PortSaid[] {
  const found: PortSaid[] = []
  for (const [index, at] of lines.entries()) {
    const port = readPortName(HEADER.exec(at.text.trim())?.[1] ?? '')
    if (!port) continue
    const rest = lines.slice(index + 1, index + BLOCK)
    const status = firstMatch(rest, STATUS)
    const type = firstMatch(rest, TYPE)
    found.push({ port, ...statusSaid(status, type) })
  }
  return found
}

/** How many lines of a block the two that count stand among. */
const BLOCK = 4

function firstMatch(lines: readonly PastedLine[], pattern: RegExp): Said<RegExpExecArray> | null {
  for (const at of lines) {
    const value = pattern.exec(at.text.trim())
    if (value) return { value, at }
  }
  return null
}

function statusSaid(
  status: Said<RegExpExecArray> | null,
  type: Said<RegExpExecArray> | null,
): Pick<PortSaid, 'settings' | 'operating'> {
  const [, operating, administrative = ''] = status?.value ?? []
  const mode = MODES[administrative]
  const encapsulation = ENCAPSULATIONS[type?.value[2] ?? '']
  const speaks = administrative !== 'NONEGOTIATE'
  return {
    settings: {
      ...(status && mode && { mode: { value: mode, at: status.at } }),
      ...(status && mode && mode !== 'access' && { negotiate: { value: speaks, at: status.at } }),
      ...(type && encapsulation && { encapsulation: { value: encapsulation, at: type.at } }),
    },
    ...(status &&
      (operating === 'TRUNK' || operating === 'ACCESS') && {
        operating: { value: operating === 'TRUNK' ? 'trunk' : 'access', at: status.at },
      }),
  }
}

/** How `show dtp` and `show dtp interface` are found and read. */
export const DTP_BLOCKS: Output = {
  command: 'show dtp',
  signatures: ['DTP information'],
  begins: (line) => /^[ \t]*(?:DTP information for |Global DTP information$)/.test(line),
  goesOn:
    /^(?:[ \t]+\S|(?:TO[ST]\/TA[ST]\/TN[ST]|Neighbor address|Hello timer|Access timer|Negotiation timer|Multidrop timer|FSM state|#? ?times multi|Enabled|In STP|Statistics|-{5,}|\d+ (?:packets|output|trunk|link|native|bad|nonegotiate|software))\b)/,
  read: (lines) => ({ ports: readDtpOutput(lines) }),
}
