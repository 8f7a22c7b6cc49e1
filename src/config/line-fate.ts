import { NOTHING } from './line-log.ts'
import type { LineState, Touches } from './reading.ts'

/** What became of a line, or of one of several commands on it. */
export type LineFate = { readonly state: LineState; readonly touches: Touches }

export const HARMLESS: LineFate = { state: 'harmless', touches: NOTHING }
export const MODELLED: LineFate = { state: 'modelled', touches: NOTHING }

const GRAVITY: readonly LineState[] = ['harmless', 'modelled', 'unmodelled', 'unknown']

/** The gravest of several fates: what is not understood on a line outweighs what is. */
export function gravest(fates: readonly LineFate[]): LineFate {
  return fates.reduce((worst, each) => {
    return GRAVITY.indexOf(each.state) > GRAVITY.indexOf(worst.state) ? each : worst
  }, HARMLESS)
}

/** The fate of something that is about one port. */
export function onPort(port: string, state: LineState): LineFate {
  return { state, touches: state === 'modelled' || state === 'harmless' ? NOTHING : { what: 'port', port } }
}
