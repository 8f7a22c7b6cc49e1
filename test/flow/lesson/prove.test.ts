import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readLesson } from '../../../src/content/lesson.ts'
import { showProblem } from '../../../src/content/problem.ts'
import { proveLesson } from '../../../src/flow/lesson/prove.ts'

it('a lesson that the simulator contradicts is told so, line by line', () => {
  const url = new URL('../../content/fixtures/01-broken.md', import.meta.url)
  const loaded = readLesson('01-broken.md', readFileSync(url, 'utf8'))
  if (!loaded.ok) throw new Error(loaded.problems.map(showProblem).join('\n'))
  expect(proveLesson(loaded.value).map(showProblem)).toMatchInlineSnapshot(`
    [
      "01-broken.md:35: The film says "expect: reached", and in the simulator it is stopped (last step: SW1 Gi0/5 dtp/static-access). Change the configuration or the text.",
      "01-broken.md:44: The film has no step "SW1 Gi0/5 dtp/becomes-trunk". Its steps: EVIL eth0 station/sends; EVIL eth0 wire/cross; SW1 Gi0/5 dtp/heard; SW1 Gi0/5 dtp/static-access.",
      "01-broken.md:49: The answer "A trunk." is marked right, and in the simulator "SW1 Gi0/5 operates as trunk" is false. Correct the answer or the configuration.",
      "01-broken.md:50: The answer "It stays access." is marked wrong, and the simulator says it is true. A wrong answer must be false in the trace.",
      "01-broken.md:66: The task is solved before anything is typed. Add a goal, or take a line from the start.",
      "01-broken.md:102: The last hint, typed as it stands, does not solve the task: "No trunk." is not met; the line "switchport nonegotiate" is refused: Command rejected: Conflict between 'nonegotiate' and 'dynamic' status on this interface: Gi0/5. Correct it or the goals.",
      "01-broken.md:105: This wrong try (M9) solves the task. Add the goal that it misses.",
      "01-broken.md:84: The first hint names a command. Let it restate the goal; the third names the command.",
      "01-broken.md:95: The task is solved without "switchport access vlan 10". Add a goal that needs it, or list it under "defence-in-depth".",
      "01-broken.md:120: The lesson says "Nothing.", and in the simulator "reached" is false. Correct the sentence or the assertion.",
      "01-broken.md:117: No section of the lesson says "A sentence that is nowhere.". Quote the sentence word by word.",
      "01-broken.md:11: The sentence "VLAN 20 is quiet." has a number or a command and no claim. Quote it in a "yaml claims" block with "holds" or "source".",
    ]
  `)
})
