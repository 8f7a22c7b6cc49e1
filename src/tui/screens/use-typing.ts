import type { DeviceReading } from '../../config/index.ts'
import type { WorldSpec } from '../../config/ios/console/index.ts'
import { useNavigation } from '../shell/navigation.ts'

/** What becomes of typing: the switch as it was left at its console, or lines where it has none. */
export type TypingEnds = {
  readonly left: (reading: DeviceReading) => void
  readonly typed: (lines: readonly string[]) => void
}

/** Lets a person type configuration at a switch: at its console where it speaks Cisco IOS, else as lines. */
export function useTyping(at: () => WorldSpec, { left, typed }: TypingEnds): () => void {
  const { open } = useNavigation()
  return () => {
    const spec = at()
    if (spec.reading.dialect === 'ios') open({ at: 'console', spec, onLeave: left })
    else open({ at: 'lines', reading: spec.reading, onLeave: typed })
  }
}
