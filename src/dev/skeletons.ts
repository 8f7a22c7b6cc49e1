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

/** A rule that finds nothing yet, with the examples that will be its tests. */
export function ruleFile(id: string): string {
  const good = `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
`
  return `import type { Rule } from './rule.ts'

/** What this rule finds, in one line. */
export const ${codeName(id)}: Rule = {
  id: '${id}',
  kind: 'advice',
  title: 'One line, without a full stop',
  why: 'A few plain sentences: what can happen.',
  limits: 'Where the facts stand, and what the rule does not say.',
  references: [],
  examples: {
    bad: [{ dialect: 'ios', text: \`${good}\` }],
    good: [{ dialect: 'ios', text: \`${good}\` }],
  },
  check: () => [],
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
