import { shortPortName } from '../../config/index.ts'
import type { Endpoint } from '../../net/network.ts'
import type { SiteView } from '../../rules/view.ts'
import { judgeServices, type ServiceVerdict } from '../../verdict/services.ts'

/** Services that the user named and that do not work before anything is changed, as sentences: no fix can be blamed for them. */
export function serviceNotes(view: SiteView): string[] {
  return judgeServices(view)
    .filter(({ works }) => !works)
    .map(sentence)
}

function sentence({ service, lost, refused }: ServiceVerdict): string {
  if (refused !== null && lost.length === 0)
    return `The service ${service.name} (VLAN ${service.vlan}) is not simulated. ${refused}`
  const head = `The service ${service.name} (VLAN ${service.vlan}) does not work as the configuration stands`
  const [first, ...more] = lost
  if (!first) return `${head}.`
  const others = more.length > 0 ? `, and ${more.length} more ${more.length === 1 ? 'way' : 'ways'}` : ''
  return `${head}: ${said(first.from)} is not heard at ${said(first.to)}${others}.`
}

function said({ device, port }: Endpoint): string {
  return `${device} ${shortPortName(port)}`
}
