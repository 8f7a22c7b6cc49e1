import type { Dialect, Found, Part, ReadRequest } from '../dialect.ts'
import { UnreadableConfig } from '../reading.ts'
import { textLines } from '../text-lines.ts'
import { readOvsCommands } from './commands.ts'
import { OvsDraft } from './draft.ts'
import { finishOvs } from './finish.ts'
import { OvsReader } from './reader.ts'
import { ovsCommands, writeOvs } from './write.ts'

/** What `ovs-vsctl show` and `ovs-vsctl list port` print, and the commands it takes (facts E4, J8; the manual of 3.1). */
export const OVS: Dialect = {
  name: 'ovs',
  title: 'Open vSwitch ("ovs-vsctl show")',
  severalDevices: false,
  signs: [
    {
      sign: /^[ \t]*Bridge[ \t]+\S[^\n]*\r?\n(?:[^\n]*\n){0,20}?[ \t]*Port[ \t]+\S/m,
      reason: 'It is what "ovs-vsctl show" prints.',
    },
    {
      sign: /^(?:trunks|vlan_mode|cvlans)[ \t]+:[ \t]/m,
      reason: 'It is what "ovs-vsctl list port" prints.',
    },
    { sign: /\bovs-vsctl[ \t]/, reason: 'It holds commands of ovs-vsctl.' },
  ],
  read,
  shell: { isCommand: (line) => readOvsCommands(line) !== null, write: writeOvs, commands: ovsCommands },
}

function read({ text }: Part, { path }: ReadRequest, why: string): Found {
  const draft = new OvsDraft(path)
  const reader = new OvsReader(draft, text)
  for (const line of textLines(text)) reader.line(line)
  reader.finish()
  if (draft.ports.size === 0) {
    throw new UnreadableConfig(
      `${path} names no port of Open vSwitch. Save the output of "ovs-vsctl show" and "ovs-vsctl list port".`,
    )
  }
  const { bridgeOfLine, log } = reader
  return { devices: finishOvs(draft, { path, why, lines: log.lines, bridgeOfLine }), hypervisors: [] }
}
