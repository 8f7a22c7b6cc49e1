import type { Separated } from '../../../cli-dialect.ts'
import { findOutputs } from './find-outputs.ts'
import { observe } from './observe.ts'

/** Takes the outputs of IOS show commands out of a text, to be read once its configuration has been. */
export function separateIosOutputs(text: string, firstLine: number): Separated {
  const { config, outputs, prompt } = findOutputs(text, firstLine)
  return { config, prompt, observe: outputs.length === 0 ? null : (draft) => observe(draft, outputs) }
}
