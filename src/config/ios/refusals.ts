import type { Answer } from '../command.ts'
import { modeOf, type PortDraft } from '../port-draft.ts'
import { shortPortName } from '../port-name.ts'

function rejected(why: string): Answer {
  return { text: `Command rejected: ${why}`, exact: true }
}

/** Whether a port decides by DTP; on every Cisco IOS switch a port without a mode line does (facts B6). */
export function isDynamic(port: PortDraft): boolean {
  const mode = modeOf(port)
  return mode === 'dynamic auto' || mode === 'dynamic desirable' || mode === 'platform-default'
}

function conflict(port: PortDraft): Answer {
  const name = shortPortName(port.settings.name)
  return rejected(`Conflict between 'nonegotiate' and 'dynamic' status on this interface: ${name}`)
}

/** `nonegotiate` on a port that is to decide by DTP: with DTP off there is nothing to decide by (facts D1). */
export function nonegotiateRefusal(port: PortDraft): Answer | null {
  return isDynamic(port) ? conflict(port) : null
}

/** `mode dynamic` on a port that does not speak DTP: the same conflict the other way round (facts D1). */
export function dynamicRefusal(port: PortDraft): Answer | null {
  return port.settings.negotiate.value ? null : conflict(port)
}

/** `mode trunk` where the encapsulation is still to be negotiated (facts D3). */
export function trunkRefusal(port: PortDraft): Answer | null {
  if (port.settings.encapsulation.value !== 'negotiate') return null
  return rejected('An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.')
}

/** Negotiating the encapsulation of a static trunk; the device's own wording is not settled (facts D3). */
export function negotiateEncapsulationRefusal(port: PortDraft): Answer | null {
  if (modeOf(port) !== 'trunk') return null
  return { text: 'Refused: a static trunk cannot negotiate its encapsulation.', exact: false }
}

/** Port security wants a static mode (facts D3). */
export function securityRefusal(port: PortDraft): Answer | null {
  return isDynamic(port) ? rejected(`${port.settings.name} is a dynamic port.`) : null
}
