import type { Separated } from '../cli-dialect.ts'
import { findOutputs } from './find-outputs.ts'
import { observe } from './observe.ts'
import type { Output } from './pasted.ts'

/**
 * Takes these outputs out of a text, to be read once its configuration has been. What says most about a port stands first in the list:
 * what comes later only adds.
 */
export function separating(known: readonly Output[]): (text: string, firstLine: number) => Separated {
  return (text, firstLine) => {
    const { config, outputs, prompt } = findOutputs(text, known, firstLine)
    const inOrder = known.flatMap((output) => outputs.filter((each) => each.output === output))
    return { config, prompt, observe: outputs.length === 0 ? null : (draft) => observe(draft, inOrder) }
  }
}
