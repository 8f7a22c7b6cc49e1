import { ContentProblem, showProblem } from '../../content/problem.ts'
import { YamlValue } from '../../content/yaml-value.ts'
import { BadUse } from '../../edge/bad-use.ts'
import { PURPOSES } from '../../rules/purpose.ts'
import { printable } from '../../words/printable.ts'
import { assumptionsNamed, dialectNamed, FAIL_ON, oneOf, platformNamed, rulesNamed } from './choices.ts'
import { type CheckSettings, NO_SETTINGS, type ServiceChoice } from './settings.ts'

/** Reads the text of a settings file. Throws `BadUse` with the file, the line and the remedy. */
export function readSettings(text: string, path: string): CheckSettings {
  try {
    return text.replace(/^\s*#.*$/gm, '').trim() === ''
      ? NO_SETTINGS
      : settingsOf(YamlValue.read({ file: path, line: 1 }, text, ''))
  } catch (error) {
    if (error instanceof ContentProblem) throw new BadUse(printable(showProblem(error)))
    throw error
  }
}

const FIELDS = [
  'purposes',
  'services',
  'links',
  'ignore',
  'assume',
  'dialect',
  'platform',
  'fail-on',
] as const

function settingsOf(file: YamlValue): CheckSettings {
  const {
    purposes,
    services,
    links,
    ignore,
    assume,
    dialect,
    platform,
    'fail-on': failOn,
  } = file.fields([], FIELDS)
  return {
    purposes: (purposes?.entries() ?? []).map(([ports, purpose]) => ({
      ports,
      purpose: purpose.oneOf(PURPOSES),
    })),
    services: listIn(services).map(serviceOf),
    links: listIn(links).map(linkOf),
    ignore: listIn(ignore).flatMap((rule) => placed(rule, (name) => rulesNamed([name]))),
    assume: Object.assign(
      {},
      ...(assume?.entries() ?? []).map(([option, value]) =>
        placed(value, (said) => assumptionsNamed([`${option}=${said}`])),
      ),
    ),
    dialect: dialect && placed(dialect, dialectNamed),
    platform: platform && placed(platform, platformNamed),
    failOn: failOn && placed(failOn, (level) => oneOf(Object.keys(FAIL_ON), 'fail-on', level)),
  }
}

/** What a choice of the command line makes of this value, its complaint told with the value's line. */
function placed<T>(value: YamlValue, choose: (text: string) => T): T {
  const text = value.text()
  try {
    return choose(text)
  } catch (error) {
    throw error instanceof BadUse ? value.problem(error.message) : error
  }
}

function listIn(value: YamlValue | undefined): YamlValue[] {
  if (!value) return []
  if (!value.isList) throw value.problem('expected a list: each on a line of its own behind "- ".')
  return value.list()
}

function serviceOf(value: YamlValue): ServiceChoice {
  const { name, vlan, ports } = value.fields(['vlan', 'ports'], ['name'])
  const id = vlan.number()
  if (id < 1 || id > 4094) throw vlan.problem('expected a VLAN from 1 to 4094.')
  return { name: name?.text() ?? `VLAN ${id}`, vlan: id, ports: listIn(ports).map((port) => port.text()) }
}

function linkOf(value: YamlValue): readonly [string, string] {
  const [a, b, more] = value.list()
  if (!a || !b || more) throw value.problem('expected a pair of ports: [SW1 Gi0/24, SW2 Gi0/1].')
  return [a.text(), b.text()]
}
