import { commentSign, type DeviceReading, type PatchLine, safeWays } from '../../config/index.ts'
import { checklistWords } from '../../words/checklist.ts'

/** Systems whose commands are typed at a shell, not in configuration mode. */
const SHELL = '#'

/**
 * The lines of a patch, or of its way back, as a text to type at the device: first how to go about it safely, and before each line that
 * may cut a link or the session why it may.
 */
export function patchScript(
  { dialect }: Pick<DeviceReading, 'dialect'>,
  lines: readonly PatchLine[],
): string {
  const sign = commentSign(dialect)
  const comment = (text: string) => `${sign} ${text}`
  const body = lines.flatMap(({ line, mayCut }, at) => {
    const isSaid = mayCut === null || lines[at - 1]?.mayCut === mayCut
    return isSaid ? [line] : [comment(checklistWords.mayCut(mayCut)), line]
  })
  const typed = sign === SHELL ? body : ['configure terminal', ...body, 'end']
  return `${[...safeWays(dialect, lines).map(comment), ...typed].join('\n')}\n`
}
