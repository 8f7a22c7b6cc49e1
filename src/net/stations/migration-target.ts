import type { Frame, Mac } from '../frame.ts'
import type { Segment } from '../transport.ts'
import { NIC } from './host.ts'
import { decodePage, type Received } from './memory-page.ts'
import { hearSegment, MIGRATION_PORT, segmentFrame } from './migration.ts'
import { hearArp, type Neighbours } from './neighbours.ts'
import type { StationKind, StationReport, StationStep } from './station.ts'

/** A VMkernel interface that takes a machine in (facts E3). */
export type MigrationTargetSpec = {
  readonly kind: 'migration-target'
  readonly mac: Mac
  readonly ip: string
  /** What both hosts know, for a migration that is encrypted. */
  readonly key: string
}

/** What a receiving host remembers between two steps. */
export type MigrationTargetState = {
  readonly neighbours: Neighbours
  readonly sequence: number
  readonly acknowledges: number
  readonly arrived: number
}

type Step = StationStep<MigrationTargetState>

/** The receiver of a migration: reports every page as it arrived, and breaks off where a sealed page was changed. */
export const migrationTarget: StationKind<MigrationTargetSpec, MigrationTargetState> = {
  ports: () => [NIC],
  initial: () => ({ neighbours: {}, sequence: 1, acknowledges: 0, arrived: 0 }),
  step: (spec, state, input) => {
    if (input.kind !== 'frame') return { state }
    const { frame } = input
    const arp = hearArp(state.neighbours, frame, spec)
    if (arp) {
      const { neighbours, reception, sends } = arp
      return { state: { ...state, neighbours }, reception, sends }
    }
    const heard = hearSegment(frame, spec)
    if (heard?.segment.toPort !== MIGRATION_PORT) {
      return { state, reception: frame.dst === spec.mac ? 'addressed' : 'ignored' }
    }
    return { ...take(spec, state, heard.packet.from, heard.segment), reception: 'addressed' }
  },
}

function take(spec: MigrationTargetSpec, state: MigrationTargetState, from: string, segment: Segment): Step {
  const { flags, data, sequence } = segment
  if (flags.syn) {
    const opened = { ...state, acknowledges: sequence + 1, sequence: state.sequence + 1 }
    const frame = answer(spec, opened, from, segment, { sequence: state.sequence, syn: true })
    return { state: opened, sends: [{ port: NIC, frame }] }
  }
  if (data === '' || sequence !== state.acknowledges) return { state }
  const page = decodePage(data, spec.key)
  if (!page) return { state }
  const next = { ...state, acknowledges: sequence + data.length / 2, arrived: state.arrived + 1 }
  const reports = reportsOf(page, next)
  if (page.kind !== 'page') return { state: next, reports }
  const frame = answer(spec, next, from, segment, { sequence: state.sequence, syn: false })
  return { state: next, reports, sends: [{ port: NIC, frame }] }
}

function reportsOf(received: Received, { arrived }: MigrationTargetState): StationReport[] {
  if (received.kind !== 'page') {
    return [{ says: 'page-rejected', detail: { page: received.number } }]
  }
  const { number, of, text } = received.page
  const reports = [{ says: 'page-arrived', detail: { page: number, text } }]
  return arrived === of ? [...reports, { says: 'migration-complete', detail: { pages: of } }] : reports
}

function answer(
  spec: MigrationTargetSpec,
  state: MigrationTargetState,
  from: string,
  { fromPort, toPort }: Segment,
  { sequence, syn }: { sequence: number; syn: boolean },
): Frame {
  const to = { mac: state.neighbours[from] ?? spec.mac, ip: from }
  const { acknowledges } = state
  const flags = { ack: true, ...(syn && { syn }) }
  return segmentFrame(spec, to, { fromPort: toPort, toPort: fromPort, sequence, acknowledges, flags })
}
