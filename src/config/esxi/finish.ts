import type { Setting, SourceId } from '../../net/settings.ts'
import { nameOfFile } from '../dialect.ts'
import type {
  HypervisorReading,
  PolicyAnswer,
  PortGroupReading,
  SecurityPolicy,
  VmKernelPort,
  VSwitchReading,
} from '../hypervisor-reading.ts'
import type { LineReading } from '../reading.ts'
import type { HypervisorDraft, PolicyDraft } from './draft.ts'
import { missingParts } from './missing.ts'

/** What is known about a host besides its draft. */
export type Around = {
  readonly file: string
  readonly reasons: readonly string[]
  readonly lines: readonly LineReading[]
  /** Sentences on lines that could not be given to anything. */
  readonly open: readonly string[]
}

/** Policies that no text tells stay unknown: the defaults differ between releases. */
const UNKNOWN_POLICY = 'The security policy is not in the text; its defaults differ between releases of ESXi.'

/** The host that a draft has become, as plain data. */
export function finishHypervisor(draft: HypervisorDraft, around: Around): HypervisorReading {
  const untold = new Untold(draft)
  const vSwitches = [...draft.vSwitches.values()].map(
    ({ name, kind, line, uplinks, policy }): VSwitchReading => ({
      name,
      kind,
      line,
      uplinks: uplinks ?? untold.setting(null, 'The uplinks are not in the text.'),
      policy: policyOf(policy, () => untold.setting('unknown', UNKNOWN_POLICY)),
    }),
  )
  const portGroups = [...draft.portGroups.values()].map(({ policy, ...group }): PortGroupReading => {
    const vSwitch = vSwitches.find(({ name }) => name === group.vSwitch)
    const inherited = (name: keyof SecurityPolicy) =>
      vSwitch?.policy[name] ?? untold.setting<PolicyAnswer>('unknown', UNKNOWN_POLICY)
    return { ...group, policy: policyOf(policy, inherited) }
  })
  const vmKernelPorts = [...draft.vmKernelPorts.values()].map(
    ({ tags, ...port }): VmKernelPort => ({
      ...port,
      vSwitch: draft.portGroups.get(port.portGroup ?? '')?.vSwitch ?? port.vSwitch,
      tags: tags ?? untold.setting(null, 'What the VMkernel port is used for is not in the text.'),
    }),
  )
  const untoldPolicy = () => untold.setting<PolicyAnswer>('unknown', UNKNOWN_POLICY)
  const loosePolicies = Object.fromEntries(
    [...draft.loosePolicies].map(([name, policy]) => [name, policyOf(policy, untoldPolicy)]),
  )
  const parts = { vSwitches, portGroups, vmKernelPorts }
  return {
    ...parts,
    loosePolicies,
    name: draft.name ?? nameOfFile(around.file),
    named: draft.name !== null,
    dialect: 'esxi',
    reasons: around.reasons,
    lines: around.lines.map((line) => ({ ...line, file: around.file })),
    sources: draft.sources,
    assumptions: [...around.open, ...missingParts(parts)],
  }
}

function policyOf(
  written: PolicyDraft,
  otherwise: (name: keyof SecurityPolicy) => Setting<PolicyAnswer>,
): SecurityPolicy {
  return {
    promiscuous: written.promiscuous ?? otherwise('promiscuous'),
    macChanges: written.macChanges ?? otherwise('macChanges'),
    forgedTransmits: written.forgedTransmits ?? otherwise('forgedTransmits'),
  }
}

/** Settings that no line of the text makes, one source for each sentence that says so. */
class Untold {
  readonly #ids = new Map<string, SourceId>()
  readonly #draft: HypervisorDraft

  constructor(draft: HypervisorDraft) {
    this.#draft = draft
  }

  setting<T>(value: T, text: string): Setting<T> {
    let id = this.#ids.get(text)
    if (id === undefined) {
      id = this.#draft.sources.push({ kind: 'assumed', text }) - 1
      this.#ids.set(text, id)
    }
    return { value, from: [id] }
  }
}
