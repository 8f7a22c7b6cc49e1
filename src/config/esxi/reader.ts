import type { SourceId } from '../../net/settings.ts'
import { LineLog, NOTHING, WHOLE_SWITCH } from '../line-log.ts'
import type { LineState, Touches } from '../reading.ts'
import { readShellLine } from '../shell-line.ts'
import type { TextLine } from '../text-lines.ts'
import {
  isHarmlessKey,
  type KeyLine,
  namesOf,
  type PolicyLine,
  readKeyLine,
  readPolicyLine,
  readVmKernelKey,
  readVSwitchKey,
} from './blocks.ts'
import {
  type DistributedColumns,
  distributedColumns,
  isRule,
  readDistributedRow,
} from './distributed-table.ts'
import type { HypervisorDraft, Subject, VmKernelDraft, VSwitchDraft } from './draft.ts'
import { esxcliCommand } from './esxcli-command.ts'
import { type Columns, columnsOf, PORT_GROUP_HEADER, readPortGroupRow } from './port-group-table.ts'
import { vlanOfId } from './port-group-vlan.ts'

/** What the lines at hand belong to. */
type Section =
  | { readonly in: 'nothing' }
  /** Output of a command that has nothing to do with our subject. */
  | { readonly in: 'other' }
  | { readonly in: 'port-groups'; readonly columns: Columns | null }
  | { readonly in: 'distributed'; readonly columns: DistributedColumns }
  | { readonly in: 'vswitch'; readonly vSwitch: VSwitchDraft }
  | { readonly in: 'vmkernel'; readonly port: VmKernelDraft }

/** Output that names nothing it is about: to be settled when the whole text is known. */
export type LooseLine = { readonly index: number; readonly line: TextLine; readonly key: KeyLine }

/** Longest line of a table or a block; a longer one is accounted for and not understood. */
const LONGEST_ROW = 1_000
/** Words of our subject: a line that holds one and is not understood may change anything on the host. */
const SUBJECT = /vlan|switch|port ?group|uplink|vmnic|\bvmk\d|promiscuous|forged/i
const HOST_WITHOUT_NAME = /^localhost(?:\.localdomain)?$/
/** A comment of ours, which a bare root prompt would look like: the table it stands in goes on below it. */
const OWN_COMMENT = /^[ \t]*#[ \t]*vlan-dojo-ignore\b/
/** A bare root prompt, or the beginning of a remark or of a name: `# uplinks below`, `# lab`. */
const BARE_HASH = /^[ \t]*#[ \t]+(?!(?:\S*\/)?(?:esx\w*|localcli|vim-cmd|vsish|net-\w+)(?:[ \t]|$))\S/
const NOTHING_YET: Section = { in: 'nothing' }

/** Reads the lines of esxcli's lists, one after the other, in any order and with or without the commands between them. */
export class EsxiReader {
  readonly log = new LineLog()
  /** Policies and tags without the command that would say whose they are. */
  readonly loose: LooseLine[] = []
  readonly #draft: HypervisorDraft
  #section: Section = NOTHING_YET
  #subject: Subject | null = null

  constructor(draft: HypervisorDraft) {
    this.#draft = draft
  }

  /** Reads one line. */
  line(line: TextLine): void {
    if (line.text.trim() === '' || OWN_COMMENT.test(line.text)) return this.#note(line, 'harmless')
    if (line.text.length > LONGEST_ROW) return this.#unknown(line)
    if (this.#table(line) || this.#inTable(line) || this.#typed(line)) return
    if (this.#section.in === 'other') return this.#note(line, 'harmless')
    if (this.#row(line)) return
    const key = readKeyLine(line.text)
    if (key && this.#key(line, key)) return
    this.#unknown(line)
  }

  #note(line: TextLine, state: LineState, touches: Touches = NOTHING): void {
    this.log.note(line.number, line.text, state, touches)
  }

  #unknown(line: TextLine): void {
    this.#note(line, 'unknown', isTable(this.#section) || SUBJECT.test(line.text) ? WHOLE_SWITCH : NOTHING)
  }

  /** The beginning of a table. */
  #table(line: TextLine): boolean {
    if (PORT_GROUP_HEADER.test(line.text)) this.#section = { in: 'port-groups', columns: null }
    else {
      const columns = line.text.includes('|') ? distributedColumns(line.text) : null
      if (!columns) return false
      this.#section = { in: 'distributed', columns }
    }
    this.#note(line, 'harmless')
    return true
  }

  /** A row of a table, or a remark between rows, that looks like something typed at a bare prompt: the table goes on below it. */
  #inTable(line: TextLine): boolean {
    if (!isTable(this.#section) || !BARE_HASH.test(line.text)) return false
    if (!this.#row(line)) this.#note(line, 'harmless')
    return true
  }

  /** A prompt, or a command with or without one. */
  #typed(line: TextLine): boolean {
    const { host, prompted, command } = readShellLine(line.text)
    if (host !== null && !HOST_WITHOUT_NAME.test(host)) this.#draft.name ??= host
    const known = esxcliCommand(command)
    if (!known && !prompted) return false
    this.#subject = known?.kind === 'lists' ? known.subject : null
    this.#section = known?.kind === 'lists' || command === '' ? NOTHING_YET : { in: 'other' }
    if (known?.kind === 'changes') this.#note(line, 'unmodelled', WHOLE_SWITCH)
    else this.#note(line, 'harmless')
    return true
  }

  #row(line: TextLine): boolean {
    const section = this.#section
    if (section.in === 'port-groups') {
      const columns = columnsOf(line.text)
      if (!columns) return this.#portGroup(line, section.columns)
      this.#section = { in: 'port-groups', columns }
      this.#note(line, 'harmless')
      return true
    }
    if (section.in !== 'distributed') return false
    if (isRule(line.text)) this.#note(line, 'harmless')
    else return this.#distributed(line, section.columns)
    return true
  }

  #portGroup(line: TextLine, columns: Columns | null): boolean {
    const row = readPortGroupRow(line.text, columns)
    const vlan = row && vlanOfId(row.vlanId)
    if (!vlan) return false
    const from = [this.#draft.written(line.number, line.text)]
    this.#draft.portGroup(row.name, row.vSwitch, { value: vlan, from }, row.activeClients, line.number)
    this.#draft.vSwitch(row.vSwitch, line.number)
    this.#note(line, 'modelled')
    return true
  }

  #distributed(line: TextLine, columns: DistributedColumns): boolean {
    const row = readDistributedRow(line.text, columns)
    if (!row) return false
    const from = [this.#draft.written(line.number, line.text)]
    const vSwitch = this.#draft.vSwitch(row.vSwitch, line.number)
    vSwitch.kind = 'distributed'
    if (row.uplinks) vSwitch.uplinks = { value: row.uplinks, from }
    this.#draft.portGroup(row.name, row.vSwitch, { value: row.vlan, from }, null, line.number)
    this.#note(line, 'modelled')
    return true
  }

  #key(line: TextLine, key: KeyLine): boolean {
    if (key.key === 'name') return this.#begin(line, key.value)
    const by = () => this.#draft.written(line.number, line.text)
    const policy = readPolicyLine(key)
    if (policy) return this.#policy(line, key, policy, by)
    const section = this.#section
    if (key.key === 'tags' && section.in !== 'vmkernel') return this.#tags(line, key, by)
    const read =
      (section.in === 'vswitch' && readVSwitchKey(section.vSwitch, key, by)) ||
      (section.in === 'vmkernel' && readVmKernelKey(section.port, key, by))
    if (!read && !isHarmlessKey(key.key)) return false
    this.#note(line, read ? 'modelled' : 'harmless')
    return true
  }

  /** `Name:` begins a block: VMkernel ports are called vmk and a number, and nothing else is. */
  #begin(line: TextLine, name: string): boolean {
    if (name === '') return false
    this.#section = /^vmk\d+$/.test(name)
      ? { in: 'vmkernel', port: this.#draft.vmKernelPort(name, line.number) }
      : { in: 'vswitch', vSwitch: this.#draft.vSwitch(name, line.number) }
    this.#understandHeading(name)
    this.#note(line, 'modelled')
    return true
  }

  /** A block's name stands on a line of its own before it: only the block tells that this line was one. */
  #understandHeading(name: string): void {
    const { lines } = this.log
    const before = lines.findLastIndex(({ text }) => text.trim() !== '')
    const heading = lines[before]
    if (heading?.state !== 'unknown' || heading.text.trim() !== name) return
    lines[before] = { ...heading, state: 'harmless', touches: NOTHING }
  }

  #policy(line: TextLine, key: KeyLine, policy: PolicyLine, by: () => SourceId): boolean {
    const subject = this.#subject
    if (subject === null || subject.what === 'tags') return this.#leave(line, key)
    if (policy.what === 'answer') {
      const draft =
        subject.what === 'vswitch-policy'
          ? this.#draft.vSwitch(subject.name, line.number).policy
          : this.#draft.policyOfPortGroup(subject.name)
      draft[policy.name] = { value: policy.answer, from: [by()] }
    }
    this.#note(line, policy.what === 'answer' ? 'modelled' : 'harmless')
    return true
  }

  #tags(line: TextLine, key: KeyLine, by: () => SourceId): boolean {
    if (this.#subject?.what !== 'tags') return this.#leave(line, key)
    const port = this.#draft.vmKernelPort(this.#subject.name, line.number)
    port.tags = { value: namesOf(key.value), from: [by()] }
    this.#note(line, 'modelled')
    return true
  }

  /** Leaves a line for the end, when it may be clear whose it is. */
  #leave(line: TextLine, key: KeyLine): boolean {
    this.loose.push({ index: this.log.lines.length, line, key })
    this.#note(line, 'unmodelled', WHOLE_SWITCH)
    return true
  }
}

function isTable({ in: section }: Section): boolean {
  return section === 'port-groups' || section === 'distributed'
}
