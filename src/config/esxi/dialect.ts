import type { Dialect, Found, Part, ReadRequest } from '../dialect.ts'
import { UnreadableConfig } from '../reading.ts'
import { textLines } from '../text-lines.ts'
import { HypervisorDraft } from './draft.ts'
import { finishHypervisor } from './finish.ts'
import { EsxiReader } from './reader.ts'
import { settleLoose } from './settle.ts'

/** The lists of esxcli on an ESXi host, and the typed table of a distributed switch (facts E1, E2, J13). */
export const ESXI: Dialect = {
  name: 'esxi',
  title: 'VMware ESXi (lists of esxcli)',
  severalDevices: false,
  signs: [
    {
      sign: /^[ \t]*Name[ \t]+Virtual Switch[ \t]+Active Clients[ \t]+VLAN ID/m,
      reason: 'It holds the table of port groups that esxcli prints.',
    },
    {
      sign: /^[ \t]*(?:Portset: \S|CDP Status: \S|Beacon Required By:|VDS Name: \S)/m,
      reason: 'It holds the lists of virtual switches or VMkernel ports that esxcli prints.',
    },
    {
      sign: /^[ \t]*Allow (?:Promiscuous|MAC Address Change|Forged Transmits): (?:true|false)[ \t]*\r?$/m,
      reason: 'It holds a security policy as esxcli prints it.',
    },
    {
      sign: /^[ \t]*\|?[ \t]*Distributed Port ?Group[ \t]*\|/im,
      reason: 'It holds the typed table of the port groups of a distributed switch.',
    },
    {
      sign: /\besxcli[ \t]+network[ \t]+(?:vswitch|ip[ \t]+interface)\b/m,
      reason: 'It holds esxcli commands.',
    },
  ],
  read,
}

function read({ text }: Part, { path }: ReadRequest, why: string): Found {
  const draft = new HypervisorDraft(path)
  const reader = new EsxiReader(draft)
  for (const line of textLines(text)) reader.line(line)
  const open = settleLoose(draft, reader)
  if (
    draft.vSwitches.size + draft.portGroups.size + draft.vmKernelPorts.size + draft.loosePolicies.size ===
    0
  ) {
    throw new UnreadableConfig(
      `${path} holds no list of an ESXi host that vlan-dojo knows. Save the output of "esxcli network vswitch standard portgroup list" and "esxcli network vswitch standard list".`,
    )
  }
  const reading = finishHypervisor(draft, { file: path, reasons: [why], lines: reader.log.lines, open })
  return { devices: [], hypervisors: [reading] }
}
