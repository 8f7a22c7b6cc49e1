import { showVlans } from '../net/vlan-set.ts'
import { guestGroups } from './guest-groups.ts'
import { claimOnHost, shellWord } from './hypervisors.ts'
import type { Rule } from './rule.ts'

const HEAD = `Name                Virtual Switch  Active Clients  VLAN ID
------------------  --------------  --------------  -------
`

/** Port groups whose guests write tags themselves. */
export const esxVgt4095: Rule = {
  id: 'esx/vgt-4095',
  kind: 'advice',
  title: 'A port group whose guests tag for themselves',
  why:
    'VLAN 4095 on a standard switch, or a trunk range on a distributed one, hands tags through to the guests. Such a guest sits on a ' +
    'trunk: one tag puts it into any VLAN that the uplink carries, and two tags pass unchanged.',
  limits:
    '4095 is a value of the configuration; it never stands in a frame. Firewalls and monitors may need it: then say why.',
  references: [
    'ESXI-80-000220',
    'V-258775',
    'ESXI-70-000064',
    'V-256425',
    'ESXI-06-000064',
    'V-63297',
    'NCN07',
  ],
  examples: {
    bad: [{ dialect: 'esxi', text: `${HEAD}Firewall            vSwitch0                     1     4095\n` }],
    good: [{ dialect: 'esxi', text: `${HEAD}Servers             vSwitch0                     1       10\n` }],
  },
  check: (view) =>
    guestGroups(view).map(({ host, group, vlans }) =>
      claimOnHost(host, {
        names: [group.name],
        message: 'Guests in this port group write tags themselves: they are on a trunk.',
        effective: `guests may tag VLANs ${showVlans(vlans)}`,
        lines: [group.line],
        commands: [],
        caution: `Give the port group the one VLAN its guests need: esxcli network vswitch standard portgroup set -p ${shellWord(group.name)} -v VLAN.`,
      }),
    ),
}
