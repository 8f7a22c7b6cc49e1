import type { AttackId } from '../attacks/attack.ts'
import type { Endpoint } from '../net/network.ts'
import { frameOf, story } from '../net/trace.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { Judgement } from '../verdict/judgement.ts'
import { optionAsked } from '../words/options.ts'
import { printable } from '../words/printable.ts'
import { tagStack } from '../words/tag-stack.ts'
import { tell, tellTree, tellWhy } from '../words/tell.ts'
import { lineOf } from './doubted.ts'

const ENDS = {
  works: 'It works.',
  blocked: 'It is blocked.',
  depends: 'It depends on the switch.',
  unsure: 'It is unsure.',
} as const

/** One attack as lines of text: every step that led to its end, with the tags of the frame and the lines responsible. */
export function attackTranscript(attack: AttackId, vlan: Vid, from: Endpoint, judgement: Judgement): string {
  const { evidence, verdict, dependsOn, doubts, assumptions } = judgement
  const head = `${attack} from ${from.device} ${from.port} into VLAN ${vlan}`
  if (!evidence) return `${printable(head)}: there is nothing to try here.\n`
  const { trace, proof } = evidence
  const steps = story(trace, proof).flatMap((event, index) => {
    const stack = event.frame === null ? '' : ` ${tagStack(frameOf(trace, event.frame))}`
    return [
      `${String(index + 1).padStart(3)}  ${event.device}${event.port === '' ? '' : ` ${event.port}`}${stack}`,
      `     ${tell(trace, event)}`,
      ...[...tellTree(trace, event), ...tellWhy(trace, event)].map((why) => `     - ${why}`),
    ]
  })
  const asked = [...new Set(dependsOn.map(({ option }) => optionAsked(option)))]
  const lines = [
    `${head}: ${evidence.variant}`,
    '',
    ...steps,
    '',
    ENDS[verdict],
    ...asked.map((each) => `It depends on ${each}. The steps show a switch on which it works.`),
    ...doubts.map((doubt) => `Not understood: ${lineOf(doubt, from.device)}, "${doubt.text.trim()}".`),
    ...assumptions,
  ]
  return `${lines.map(printable).join('\n')}\n`
}
