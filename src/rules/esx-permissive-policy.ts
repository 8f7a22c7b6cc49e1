import { POLICY_OPTIONS } from '../config/esxi/commands.ts'
import type { PolicyName, SecurityPolicy } from '../config/hypervisor-reading.ts'
import { shellQuoted } from '../config/shell-line.ts'
import { claimOnHost } from './hypervisors.ts'
import type { Claim, Rule } from './rule.ts'

const SAID: Readonly<Record<PolicyName, string>> = {
  promiscuous: 'promiscuous mode',
  macChanges: 'MAC address changes',
  forgedTransmits: 'forged transmits',
}

function accepted(policy: SecurityPolicy): PolicyName[] {
  return (Object.keys(POLICY_OPTIONS) as PolicyName[]).filter((name) => policy[name].value === 'accept')
}

/** Virtual switches whose guests may listen to others or take other addresses. */
export const esxPermissivePolicy: Rule = {
  id: 'esx/permissive-policy',
  kind: 'advice',
  title: 'A virtual switch that lets guests listen or forge',
  why:
    'A guest that may use other addresses can steal those of others, and one in promiscuous mode hears all that its port group hears. ' +
    'Where the port group hands tags through, that is every VLAN of the virtual switch.',
  limits:
    'Clusters that share an address and nested hypervisors need some of it: then on a port group of their own.',
  references: ['ESXI-80-000216', 'V-258771', 'V-258772', 'V-258773'],
  examples: {
    bad: [
      {
        dialect: 'esxi',
        text: `[root@esx1:~] esxcli network vswitch standard policy security get -v vSwitch0
   Allow Promiscuous: false
   Allow MAC Address Change: true
   Allow Forged Transmits: true
`,
      },
    ],
    good: [
      {
        dialect: 'esxi',
        text: `[root@esx1:~] esxcli network vswitch standard policy security get -v vSwitch0
   Allow Promiscuous: false
   Allow MAC Address Change: false
   Allow Forged Transmits: false
`,
      },
    ],
  },
  check: (view) =>
    (view.site.hypervisors ?? []).flatMap((host) =>
      host.vSwitches.flatMap((vSwitch): Claim[] => {
        const parts = accepted(vSwitch.policy)
        if (parts.length === 0) return []
        const flags = parts.map((part) => `${POLICY_OPTIONS[part]}=false`).join(' ')
        return [
          claimOnHost(host, {
            names: [vSwitch.name],
            message: `The virtual switch accepts ${parts.map((part) => SAID[part]).join(', ')} from its guests.`,
            effective: `accepts ${parts.map((part) => SAID[part]).join(', ')}`,
            by: parts.flatMap((part) => vSwitch.policy[part].from),
            commands: [
              `esxcli network vswitch standard policy security set -v ${shellQuoted(vSwitch.name)} ${flags}`,
            ],
            caution: 'Guests that share an address, or run machines of their own, stop working.',
          }),
        ]
      }),
    ),
}
