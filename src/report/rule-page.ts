import type { Example, Rule } from '../rules/rule.ts'

const WIDTH = 100

function wrapped(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

function exampleText(example: Example): string {
  const said = Object.entries(example.purposes ?? {}).map(
    ([port, purpose]) => `${port} is said to be for: ${purpose}.`,
  )
  const services = (example.services ?? []).map(({ name, vlan }) => `The service ${name} needs VLAN ${vlan}.`)
  const block = (text: string) => `\`\`\`\n${text.trimEnd()}\n\`\`\``
  const beside = example.neighbour ? ['', 'Beside it:', '', block(example.neighbour.text)] : []
  return [
    ...said,
    ...services,
    ...(said.length + services.length > 0 ? [''] : []),
    block(example.text),
    ...beside,
  ].join('\n')
}

function examples(title: string, list: readonly Example[]): string[] {
  return list.flatMap((example) => [`## ${title} (${example.dialect})`, '', exampleText(example), ''])
}

/** The page of a rule, as plain Markdown: the same text on a terminal and in the documentation. Its examples are its tests. */
export function rulePage(rule: Rule): string {
  const kind =
    rule.kind === 'witnessed'
      ? 'Witnessed: a finding stands on an attack that was simulated on your own ports, and stopped by the fix.'
      : 'Advice: no attack stands behind it, and it never fails a check unless asked to.'
  return [
    `# ${rule.id}`,
    '',
    `${rule.title}.`,
    '',
    wrapped(rule.why),
    '',
    wrapped(rule.limits),
    '',
    kind,
    '',
    ...(rule.references.length > 0 ? [wrapped(`Asked for by: ${rule.references.join(', ')}.`), ''] : []),
    ...examples('Found in', rule.examples.bad),
    ...examples('Not found in', rule.examples.good),
  ].join('\n')
}

/** All rules, a line each. */
export function ruleList(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length)) + 2
  return `${rules.map(({ id, title }) => `${id.padEnd(width)}${title}`).join('\n')}\n`
}
