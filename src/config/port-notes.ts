import { bundleOf, differencesFrom } from './bundles.ts'
import type { DeviceDraft } from './device-draft.ts'
import { portFastOf } from './edge-ports.ts'
import { isLeft, type PortDraft } from './port-draft.ts'
import type { MemberDifference, PortNotes } from './reading.ts'
import { blankSecrets } from './secrets.ts'

const NO_DIFFERENCES: readonly MemberDifference[] = []

/** What else is known of a port of a draft besides its settings. */
export function notesOf(draft: DeviceDraft, port: PortDraft): PortNotes {
  const bundle = bundleOf(draft, port)
  const portFast = portFastOf(draft, port)
  const isEdge = portFast.value !== 'off'
  const guarded = port.bpduGuard ?? (isEdge && draft.guardEdgePorts !== null)
  const byDefault = port.bpduGuard === null && guarded ? (draft.guardEdgePorts ?? []) : []
  return {
    description: blankSecrets(port.description),
    line: port.line,
    bpduGuard: guarded,
    ownBpduGuard: port.bpduGuard,
    ownPortFast: isLeft(port, 'portFast') ? null : portFast.value,
    portFast: isEdge,
    portSecurity: port.portSecurity,
    from: [...new Set([...(isEdge ? portFast.from : []), ...port.flagSources, ...byDefault])],
    differs: bundle ? differencesFrom(bundle, port) : NO_DIFFERENCES,
    ...(port.overwritten && { overwritten: port.overwritten }),
  }
}
