import type { Output, PortSaid } from '../../pasted/pasted.ts'
import { readSwitchport, SWITCHPORT_BLOCKS } from '../../pasted/switchport.ts'

/** NX-OS tells no administrative mode. Without DTP a port operates as it is told, so that one tells the other (facts B7, D8). */
function asTold({ port, settings, operating }: PortSaid): PortSaid {
  if (!operating || operating.value === 'down') return { port, settings, ...(operating && { operating }) }
  return { port, settings: { mode: { value: operating.value, at: operating.at }, ...settings }, operating }
}

/** How `show interface switchport` is found and read. */
export const SWITCHPORTS: Output = {
  ...SWITCHPORT_BLOCKS,
  command: 'show interface switchport',
  read: (lines) => ({ ports: readSwitchport(lines).map(asTold) }),
}
