import type { Hex, Mac } from '../frame.ts'
import { NIC } from './host.ts'
import { encodePage } from './memory-page.ts'
import {
  type EncryptionPolicy,
  hearSegment,
  MIGRATION_FROM_PORT,
  MIGRATION_PORT,
  migrationEncryption,
  segmentFrame,
} from './migration.ts'
import { askFor, hearArp, type Neighbours } from './neighbours.ts'
import type { StationKind, StationSend, StationStep } from './station.ts'

/** A VMkernel interface that moves a running machine to another host: pages of its memory, one after another (facts E3). */
export type MigrationSourceSpec = {
  readonly kind: 'migration-source'
  readonly mac: Mac
  readonly ip: string
  /** Address of the receiving VMkernel interface. */
  readonly to: string
  /** The memory of the machine, a short text a page. */
  readonly memory: readonly string[]
  /** Virtual milliseconds at which it begins. */
  readonly startsAt: number
  readonly encryption: EncryptionPolicy
  /** Whether both hosts are able to encrypt (facts E3). */
  readonly bothHostsCan: boolean
  /** What both hosts know and nobody between: it never crosses the network here. */
  readonly key: string
}

/** What a sending host remembers between two steps. */
export type MigrationSourceState = {
  readonly neighbours: Neighbours
  readonly phase: 'waiting' | 'opening' | 'sending' | 'done'
  /** Pages that were sent. */
  readonly sent: number
  readonly sequence: number
  readonly acknowledges: number
}

type Step = StationStep<MigrationSourceState>

/** The sender of a migration: finds the other host by ARP, opens a connection, and sends a page for every acknowledgement. */
export const migrationSource: StationKind<MigrationSourceSpec, MigrationSourceState> = {
  ports: () => [NIC],
  initial: () => ({ neighbours: {}, phase: 'waiting', sent: 0, sequence: 1, acknowledges: 0 }),
  step: (spec, state, input) => {
    if (input.kind === 'start')
      return { state, timers: [{ name: 'migrate', in: spec.startsAt, background: false }] }
    if (input.kind === 'timer') return begin(spec, state)
    const arp = hearArp(state.neighbours, input.frame, spec)
    if (arp) {
      const heard = { ...state, neighbours: arp.neighbours }
      const { reception, sends } = arp
      const opens = state.phase === 'opening' && state.sequence === 1 && arp.neighbours[spec.to] !== undefined
      return opens
        ? { ...open(spec, heard, sends), reception: 'addressed' }
        : { state: heard, reception, sends }
    }
    const heard = hearSegment(input.frame, spec)
    if (!heard || heard.packet.from !== spec.to) {
      return { state, reception: input.frame.dst === spec.mac ? 'addressed' : 'ignored' }
    }
    return { ...proceed(spec, state, heard.segment), reception: 'addressed' }
  },
}

function begin(spec: MigrationSourceSpec, state: MigrationSourceState): Step {
  const encryption = migrationEncryption(spec.encryption, spec.bothHostsCan)
  const detail = { pages: spec.memory.length, encryption }
  if (encryption === 'refused') {
    return { state: { ...state, phase: 'done' }, reports: [{ says: 'migration-refused', detail }] }
  }
  const opening = { ...state, phase: 'opening' } as const
  const reports = [{ says: 'migration-starts', detail }]
  // A host that believes it knows the address does not ask: a poisoned belief is used as it is.
  if (state.neighbours[spec.to] !== undefined) return { ...open(spec, opening, []), reports }
  return { state: opening, reports, sends: [{ port: NIC, frame: askFor(spec.to, spec) }] }
}

function open(spec: MigrationSourceSpec, state: MigrationSourceState, before: readonly StationSend[]): Step {
  const next = { ...state, sequence: state.sequence + 1 }
  return { state: next, sends: [...before, segment(spec, state, { syn: true }, '')] }
}

function proceed(
  spec: MigrationSourceSpec,
  state: MigrationSourceState,
  heard: { sequence: number; acknowledges: number; flags: { syn?: boolean }; data: Hex },
): Step {
  if (state.phase === 'opening' && heard.flags.syn) {
    const opened = { ...state, phase: 'sending', acknowledges: heard.sequence + 1 } as const
    return sendPage(spec, opened, [segment(spec, opened, { ack: true }, '')])
  }
  if (state.phase !== 'sending' || heard.acknowledges !== state.sequence) return { state }
  if (state.sent < spec.memory.length) return sendPage(spec, state, [])
  const reports = [{ says: 'migration-sent', detail: { pages: state.sent } }]
  return { state: { ...state, phase: 'done' }, reports }
}

function sendPage(
  spec: MigrationSourceSpec,
  state: MigrationSourceState,
  before: readonly StationSend[],
): Step {
  const sealed = migrationEncryption(spec.encryption, spec.bothHostsCan) === 'encrypted'
  const page = { number: state.sent, of: spec.memory.length, text: spec.memory[state.sent] ?? '' }
  const data = encodePage(page, sealed ? spec.key : null)
  const next = { ...state, sent: state.sent + 1, sequence: state.sequence + data.length / 2 }
  return { state: next, sends: [...before, segment(spec, state, { ack: true, push: true }, data)] }
}

function segment(
  spec: MigrationSourceSpec,
  state: MigrationSourceState,
  flags: { syn?: boolean; ack?: boolean; push?: boolean },
  data: Hex,
): StationSend {
  const to = { mac: state.neighbours[spec.to] ?? spec.mac, ip: spec.to }
  const { sequence, acknowledges } = state
  const ports = { fromPort: MIGRATION_FROM_PORT, toPort: MIGRATION_PORT }
  return { port: NIC, frame: segmentFrame(spec, to, { ...ports, sequence, acknowledges, flags, data }) }
}
