import { expect, it } from 'vitest'
import { readConfig, UnreadableConfig } from '../../src/config/index.ts'
import type { DialectName } from '../../src/config/reading.ts'
import { RULES } from '../../src/rules/index.ts'
import { viewSite } from '../../src/rules/view.ts'
import { judgeRows } from '../../src/verdict/matrix.ts'
import { isHeader, withoutLine } from '../../src/verdict/why-line.ts'

type Written = { readonly text: string; readonly dialect: DialectName }

/** The configurations that show the rules, each once. */
const EXAMPLES: readonly Written[] = [
  ...new Map(
    RULES.flatMap(({ examples }) => [...examples.bad, ...examples.good])
      .flatMap(({ text, dialect, neighbour }): Written[] => [
        { text, dialect },
        ...(neighbour ? [{ text: neighbour.text, dialect: neighbour.dialect ?? dialect }] : []),
      ])
      .map((each) => [`${each.dialect} ${each.text}`, each]),
  ).values(),
]

/** What every attack from every port comes to; null for a text that is no configuration. */
function verdicts({ text, dialect }: Written): string[] | null {
  try {
    const { devices, hypervisors } = readConfig(text, { path: 'one.cfg', dialect })
    const view = viewSite({ devices, hypervisors, links: [], purposes: {}, services: [] })
    return judgeRows(view)
      .flatMap(({ device, ports, cells }) =>
        cells.flatMap(({ attack, targets }) =>
          targets.flatMap(({ vlan, verdict }) =>
            ports.map((port) => `${device} ${port} ${attack} ${vlan} ${verdict}`),
          ),
        ),
      )
      .sort()
  } catch (error) {
    if (error instanceof UnreadableConfig) return null
    throw error
  }
}

const depthOf = (line = '') => line.length - line.trimStart().length

it('takes a line away as if nobody had written it, each line of the examples of every dialect', () => {
  const dialects = new Set<DialectName>()
  for (const { text, dialect } of EXAMPLES) {
    const lines = text.split('\n')
    for (const [index, line] of lines.entries()) {
      // A line that others stand under takes those with it.
      if (line.trim() === '' || isHeader(line) || depthOf(lines[index + 1]) > depthOf(line)) continue
      dialects.add(dialect)
      const never = verdicts({ text: lines.toSpliced(index, 1).join('\n'), dialect })
      const away = verdicts({ text: withoutLine(text, index + 1), dialect })
      expect(away, `without "${line}" of\n${text}`).toEqual(never)
    }
  }
  expect([...dialects].sort()).toEqual(['eos', 'esxi', 'ios', 'linux-bridge', 'nxos', 'ovs'])
})
