import { codeName } from './code-name.ts'

/** `12-voice-vlan` and `voice-vlan` as a title: `Voice vlan`. */
function title(id: string): string {
  const words = id.replace(/^\d+-/, '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A lesson with one of each part: what is in it holds, and is to be replaced. */
export function lessonFile(id: string): string {
  return `---
objective: Say in one sentence what a person can do after this lesson.
level: understand
minutes: 8
---

# ${title(id)}

## The scene

One paragraph: who is plugged in where, and what is at stake.

\`\`\`yaml scene
switches:
  SW1: catalyst-2960
stations:
  EVIL: attacker
  PC1: host 10.0.10.1
links:
  - EVIL - SW1 Gi0/5
  - PC1 - SW1 Gi0/1
\`\`\`

\`\`\`ios SW1
hostname SW1
!
interface Gi0/1
 switchport access vlan 10
 switchport mode access
!
interface Gi0/5
 switchport access vlan 20
!
end
\`\`\`

## The film

\`\`\`yaml film
attack: switch-spoofing
from: SW1 Gi0/5
vlan: 10
victim: PC1
expect: reached
\`\`\`
`
}

/** A checklist with one item. */
export function checklistFile(id: string): string {
  return `---
objective: Say in one sentence what is true of a configuration that passes.
---

# ${title(id)}

- [ ] State one thing that must hold, so that a person can tick it in a change window.
`
}

/** A rule with one idea in it that holds by its examples, to be replaced by another. */
export function ruleFile(id: string): string {
  const example = (vlan: number) => `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan ${vlan}
 switchport mode access
`
  return `import { advise } from './advice.ts'
import { groupPorts } from './ports.ts'
import type { Rule } from './rule.ts'
import { unusedVlan } from './vlans-in-use.ts'

/** What this rule finds, in one line. */
export const ${codeName(id)}: Rule = {
  id: '${id}',
  kind: 'advice',
  title: 'A port in VLAN 666',
  why: 'A few plain sentences: what can happen, and to whom.',
  limits: 'Where the facts stand, and what the rule does not say.',
  references: [],
  examples: {
    bad: [{ dialect: 'ios', text: \`${example(666)}\` }],
    good: [{ dialect: 'ios', text: \`${example(20)}\` }],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) =>
      groupPorts(
        device,
        ({ role, port }) => role === 'entry' && port.accessVlan.value === 666,
        () => '',
      ).map((group) =>
        advise(device, group, {
          message: 'The port is in VLAN 666.',
          effective: 'access VLAN 666',
          settings: ['accessVlan'],
          lines: [\`switchport access vlan \${unusedVlan(view, 'hosts')}\`],
          caution: 'Hosts on the port lose the VLAN that they are in.',
        }),
      ),
    ),
}
`
}

/** An attack that has no plan yet. */
export function attackFile(id: string): string {
  return `import type { Attack } from './attack.ts'

/** What the attacker does and why it works, with the source of the fact. */
export const ${codeName(id)}: Attack = {
  id: '${id}',
  plans: () => [],
  outcome: (trace) => ({ reached: false, proof: trace.events.length - 1, gains: [] }),
}
`
}

/** A command that takes no arguments yet. */
export function commandFile(id: string): string {
  return `import { EXIT } from '../edge/exit.ts'
import type { Command } from './command.ts'

/** What the command is for. */
export const ${codeName(id)}: Command = {
  name: '${id}',
  summary: 'one line for the list of commands',
  usage: 'Usage: vlan-dojo ${id}\\n',
  run: async () => EXIT.ok,
}
`
}

/** An output format that writes a line a finding. */
export function formatFile(id: string): string {
  return `import { printable } from '../words/printable.ts'
import type { ReportFormat } from './checked.ts'

/** Who reads this format, and where it is described. */
export const ${codeName(id)}: ReportFormat = {
  begin: () => '',
  file: ({ path, devices }) =>
    devices
      .flatMap(({ findings }) => findings)
      .map((finding) => \`\${printable(path)}: \${finding.rule.id} \${printable(finding.message)}\\n\`)
      .join(''),
  between: '',
  end: () => '',
}
`
}

/** A screen with nothing but its title. */
export function screenFile(id: string): string {
  const name = codeName(id)
  return `import { Painting } from '../canvas/painting.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys } from '../shell/navigation.ts'

/** What a person does here. */
export function ${name.charAt(0).toUpperCase()}${name.slice(1)}Screen() {
  const { look, canvas } = useCanvas()
  const keys = useKeys({})
  const room = drawScreen(canvas, { title: '${title(id)}', keys })
  canvas.text(room.x + 1, room.y + 1, 'Words of screens live in src/words.', 'plain', room.width - 2)
  return <Painting canvas={canvas} palette={look.palette} />
}
`
}

/** A dialect in the style of a Cisco command line that knows one command: each row of its table is a line of the language. */
export function dialectFile(id: string): string {
  const constant = id.toUpperCase().replaceAll('-', '_')
  return `import { cliDialect } from '../cli-dialect.ts'
import { portDefaults } from '../defaults.ts'
import { settleListedVlans } from '../listed-vlans.ts'
import { SHUTDOWN } from '../rows/switchport.ts'
import { vlanSet } from '../../net/vlan-set.ts'

/** ${title(id)}. */
export const ${constant} = cliDialect({
  name: '${id}',
  title: '${title(id)}',
  signs: [{ sign: /^! a line that only this language has/m, reason: 'It holds a line that only ${title(id)} has.' }],
  globalCommands: [],
  vlanCommands: [],
  portCommands: [SHUTDOWN],
  portGroups: {},
  platform: (_sample, forced) => ({
    profile: forced ?? 'ios',
    reasons: ['What in the text tells this platform.'],
    assumptions: [],
    twoEncapsulations: false,
    routedByDefault: false,
  }),
  defaults: (traits, source) => ({
    port: portDefaults({ mode: 'access', modeText: 'What a port is without a line.', routed: traits.routedByDefault }, source),
    tagNative: { value: false, from: [source('Whether it tags native VLANs without a line.')] },
    vtpMode: { value: 'off', from: [source('It has no VTP.')] },
    vtpDomain: { value: '', from: [source('It has no VTP domain.')] },
    builtInVlans: vlanSet(1),
  }),
  settleVlans: settleListedVlans,
  maybeRouted: () => [],
})
`
}
