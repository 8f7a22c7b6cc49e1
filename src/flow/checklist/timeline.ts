import { shortPortName } from '../../config/index.ts'
import { judgeSite } from '../../verdict/matrix.ts'
import type { ChecklistState, ChecklistWork } from '../checklist.ts'
import { edited, siteOf } from './standing.ts'

/** The configuration at one moment of its editing, and what the attacks came to then. */
export type Moment = {
  /** How many edits had been made. */
  readonly edits: number
  /** The lines of the last of them; none at the start. */
  readonly lines: readonly string[]
  /** Attacks of a group of ports that worked, and those whose verdict was open. */
  readonly works: number
  readonly open: number
  /** Names of the services that did not work. */
  readonly down: readonly string[]
}

/** Every moment of a draft from the file as it was read to the last edit, each judged with today's answers about ports. */
export function timelineOf({ before }: ChecklistWork, state: ChecklistState): Moment[] {
  return [[], ...state.edits].map((lines, edits) => {
    const { rows, services } = judgeSite(siteOf(edited(before, state.edits.slice(0, edits)), state))
    const cells = rows.flatMap((row) => row.cells)
    return {
      edits,
      lines,
      works: cells.filter(({ verdict }) => verdict === 'works').length,
      open: cells.filter(({ verdict }) => verdict === 'depends' || verdict === 'unsure').length,
      down: services.filter(({ works }) => !works).map(({ service }) => service.name),
    }
  })
}

/** Lines of an edit in one: `Gi0/1: switchport mode access; switchport nonegotiate`. */
export function inOneLine(lines: readonly string[]): string {
  const words = lines.map((line) => {
    const port = /^interface\s+(\S.*)$/i.exec(line.trim())?.[1]
    return port === undefined ? `${line.trim()};` : `${shortPortName(port)}:`
  })
  return words.join(' ').replace(/;$/, '')
}
