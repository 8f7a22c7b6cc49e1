import { shortPortName } from '../../config/index.ts'
import type { Endpoint } from '../../net/network.ts'
import type { Role } from '../../rules/purpose.ts'
import type { Site } from '../../rules/site.ts'
import type { Row } from '../../verdict/matrix.ts'

/** Why nobody can attack from this port, and what would say otherwise. */
export function holdsNobody({ devices }: Site, { device, port }: Endpoint, row: Row | undefined): string {
  if (!row)
    return `${port} holds no attacker: its guests write no tags, which VLAN 4095 or a trunk range would let them.`
  const said = devices.length > 1 ? `${device}:${shortPortName(port)}` : shortPortName(port)
  const why: Readonly<Record<Role, string>> = {
    idle: 'it is shut or routed.',
    member: 'it is a member of a port-channel; name the port-channel.',
    link: `it leads to a switch. --purpose ${said}=host says otherwise.`,
    own: `the host of the bridge itself hangs on it. --purpose ${said}=host says otherwise.`,
    hypervisor: 'no VLAN is known that its guests could get into.',
    entry: 'no VLAN is known that it could get into.',
  }
  return `${port} holds no attacker: ${why[row.role]}`
}
