/** `npx tsx test/oracle/live/record.ts`: asks the real switches anew and writes `test/oracle/recorded/`. */
import { writeFileSync } from 'node:fs'
import { packed, recordedScenarios, recordingOf } from '../recorded.ts'
import { ORACLES } from '../scenario.ts'
import { drive, whyNot } from './drive.ts'

const WHAT = {
  linux: 'The bridge of Linux 6.1 in User-Mode Linux',
  ovs: 'Open vSwitch 3.1, userspace datapath; the DEI bits in these answers mean nothing',
  vde: 'vde_switch 2.3.2',
}

for (const oracle of ORACLES) {
  const reason = whyNot(oracle)
  if (reason) {
    process.stderr.write(`${oracle}: ${reason}\n`)
    continue
  }
  const scenarios = recordedScenarios(oracle)
  const answers = await drive(oracle, scenarios)
  const lines = scenarios.map((scenario, i) => packed(scenario, answers[i] ?? { id: '', results: [] }))
  const about = `# ${WHAT[oracle]} (Debian 12): one line a scenario, see recorded.ts`
  writeFileSync(recordingOf(oracle), `${[about, ...lines].join('\n')}\n`)
  process.stderr.write(`${oracle}: ${lines.length} scenarios\n`)
}
