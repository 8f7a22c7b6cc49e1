import type { SourceId } from '../net/settings.ts'
import type { DeviceDraft } from './device-draft.ts'
import type { Fate } from './fate-log.ts'
import { NOTHING, WHOLE_SWITCH } from './line-log.ts'
import type { LineShape } from './line-shape.ts'
import { isOwn, type PortDraft } from './port-draft.ts'
import { canSwitch, type PortName, readPortName } from './port-name.ts'
import { readPortRange } from './port-range.ts'
import { type Context, GLOBAL, HARMLESS_BLOCK, portsContext } from './reader-context.ts'
import type { Touches } from './reading.ts'
import { vlanOfInterface } from './vlan-interface-line.ts'

/** What became of an `interface` line, and what the lines after it belong to. */
export type Entered = { readonly fate: Fate; readonly context: Context }

/** What an `interface` line of any form enters. `line` is its number, and `source` notes it as one. */
export function enterInterface(
  draft: DeviceDraft,
  { names, range, undo }: LineShape & { kind: 'interface' },
  line: number,
  source: () => readonly SourceId[],
): Entered {
  const single = range ? null : readPortName(names)
  const list = single ? [single] : readPortRange(names)
  const [first] = list ?? []
  if (!list || !first) {
    const touches: Touches = range ? WHOLE_SWITCH : { what: 'port', port: names.slice(0, 80) }
    const fate: Fate = { state: 'unknown', touches }
    return { fate, context: { kind: 'block', fate, marginToo: true } }
  }
  const by = undo ? source() : null
  const ports = list.flatMap((name) => (by ? draft.resetPort(name, by, line) : draft.port(name, line)) ?? [])
  if (ports.length > 0) {
    const context = portsContext(ports)
    return { fate: context.modelled, context: undo ? GLOBAL : context }
  }
  const context = undo ? GLOBAL : otherInterface(draft, first, line, source)
  return { fate: context.kind === 'block' ? context.fate : { state: 'modelled', touches: NOTHING }, context }
}

/**
 * An interface that is no switch port. A sub-interface takes frames off its port by their tag, which is not simulated; it makes
 * its port a routed one.
 */
function otherInterface(
  draft: DeviceDraft,
  name: PortName,
  line: number,
  source: () => readonly SourceId[],
): Context {
  const vlan = vlanOfInterface(name)
  if (vlan !== null) {
    draft.vlanInterface(vlan, line)
    return { kind: 'vlan-interface', vlan }
  }
  const port = name.sub === null ? null : parentOf(draft, name)
  if (!port) return HARMLESS_BLOCK
  if (!isOwn(port, 'switching')) port.settings.switching = { value: false, from: source() }
  const touches: Touches = { what: 'port', port: port.settings.name }
  return { kind: 'block', fate: { state: 'unmodelled', touches }, marginToo: true }
}

/** The port of a sub-interface. */
function parentOf(draft: DeviceDraft, { written }: PortName): PortDraft | null {
  const parent = readPortName(written.slice(0, written.lastIndexOf('.')))
  return parent && canSwitch(parent) ? draft.port(parent, 0) : null
}
