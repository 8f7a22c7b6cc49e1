import type { Dialect, Found, Part, ReadRequest } from '../dialect.ts'
import { UnreadableConfig } from '../reading.ts'
import { type TextLine, textLines } from '../text-lines.ts'
import { readBridgeCommands } from './commands.ts'
import { BridgesDraft } from './draft.ts'
import { finishBridges } from './finish.ts'
import { readJsonListing } from './json.ts'
import { BridgeReader } from './reader.ts'
import { linuxBridgeCommands, writeLinuxBridge } from './write.ts'

/** What `bridge vlan show` prints on a Linux host, as text or JSON, and the commands of iproute2 (facts A3, E4). */
export const LINUX_BRIDGE: Dialect = {
  name: 'linux-bridge',
  title: 'Linux bridges ("bridge vlan show")',
  severalDevices: false,
  signs: [
    { sign: /^[ \t]*port[ \t]+vlan[ -]ids?[ \t]*\r?$/m, reason: 'It is what "bridge vlan show" prints.' },
    {
      sign: /^[ \t]*[[{][\s\S]{0,400}"vlan"[ \t]*:[ \t]*\d/m,
      reason: 'It is what "bridge -j vlan show" prints.',
    },
    {
      sign: /\bbridge[ \t]+(?:-\S+[ \t]+){0,4}vlan[ \t]+(?:add|del|show)\b/m,
      reason: 'It holds commands of "bridge".',
    },
    { sign: /\bvlan_filtering [01]\b/, reason: 'It shows a Linux bridge as "ip -d link" does.' },
  ],
  read,
  shell: {
    isCommand: (line) => readBridgeCommands(line) !== null,
    write: writeLinuxBridge,
    commands: linuxBridgeCommands,
  },
}

function read({ text }: Part, { path }: ReadRequest, why: string): Found {
  const draft = new BridgesDraft(path)
  const reader = new BridgeReader(draft, text)
  const lines = [...textLines(text)]
  const json = jsonLines(lines)
  for (const line of lines.slice(0, json.from)) reader.line(line)
  if (json.from < json.to) {
    const block = lines.slice(json.from, json.to)
    const listing = readJsonListing(block.map((line) => line.text).join('\n'), json.from + 1)
    if (!listing) throw brokenJson(path, json.from + 1)
    reader.json(block, listing)
  }
  for (const line of lines.slice(json.to)) reader.line(line)
  if (draft.ports.size === 0) {
    throw new UnreadableConfig(
      `${path} names no port of a Linux bridge. Save the output of "bridge vlan show" and "ip -d link show".`,
    )
  }
  return { devices: finishBridges(draft, { path, why, lines: reader.log.lines }), hypervisors: [] }
}

/** A list or an object, which a prompt in brackets is not. */
const JSON_BEGINS = /^[ \t]*[[{][ \t]*(?:$|[[{"\]}])/
const JSON_ENDS = /[\]}][ \t]*$/
const PROMPT = /^\[[\w.@-]+[: ]/

/** The lines of a listing in JSON, from the first to behind the last; both at the end where there is none. */
function jsonLines(lines: readonly TextLine[]): { from: number; to: number } {
  const from = lines.findIndex(({ text }) => JSON_BEGINS.test(text))
  if (from < 0) return { from: lines.length, to: lines.length }
  const last = lines.findLastIndex(({ text }) => JSON_ENDS.test(text) && !PROMPT.test(text))
  return { from, to: Math.max(last, from) + 1 }
}

function brokenJson(path: string, line: number): UnreadableConfig {
  return new UnreadableConfig(
    `${path}, line ${line}: this begins as the output of "bridge -j vlan show" does, and is not the whole of it. Save it again.`,
  )
}
