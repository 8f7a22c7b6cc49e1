import type { Mac } from '../frame.ts'
import { NIC } from './host.ts'
import type { StationKind } from './station.ts'

/** A host whose card shows it every frame that reaches it; what it sends is scripted as stimuli. */
export type AttackerSpec = { readonly kind: 'attacker'; readonly mac: Mac }

/** An attacker that listens: every frame that arrives is read, whatever its address or tags. */
export const attacker: StationKind<AttackerSpec, null> = {
  ports: () => [NIC],
  initial: () => null,
  step: (spec, state, input) => {
    if (input.kind !== 'frame') return { state }
    return { state, reception: input.frame.dst === spec.mac ? 'addressed' : 'overheard' }
  },
}
