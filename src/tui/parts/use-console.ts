import { type Key, useInput } from 'ink'
import { useRef, useState } from 'react'
import type { DeviceReading } from '../../config/index.ts'
import {
  type ConsoleInput,
  type ConsoleState,
  openConsole,
  type ScreenLine,
  steps,
  type WorldSpec,
} from '../../config/ios/console/index.ts'

/** A console that is typed at: its state, and the lines on its screen, the last ones at the end. */
export type RunningConsole = {
  readonly state: ConsoleState
  readonly lines: readonly ScreenLine[]
  /** How many lines of the end are scrolled out of sight. */
  readonly back: number
  /** The switch as it is now. */
  readonly reading: () => DeviceReading
}

/** Lines that are remembered: more than anyone scrolls back. */
const REMEMBERED = 1_000
/** Lines that a page key moves by. */
const PAGE = 10

/** What a key means to a console; null for one that means nothing there. */
export function consoleInput(input: string, key: Partial<Key>): ConsoleInput | null {
  if (key.return) return { key: 'enter' }
  if (key.tab) return { key: 'tab' }
  if (key.leftArrow) return { key: 'left' }
  if (key.rightArrow) return { key: 'right' }
  if (key.upArrow) return { key: 'up' }
  if (key.downArrow) return { key: 'down' }
  if (key.home || (key.ctrl && input === 'a')) return { key: 'home' }
  if (key.end || (key.ctrl && input === 'e')) return { key: 'end' }
  if (key.backspace) return { key: 'backspace' }
  if (key.delete) return { key: 'delete' }
  if (key.ctrl && input === 'w') return { key: 'delete word' }
  if (key.ctrl && input === 'u') return { key: 'delete to start' }
  if (key.ctrl && input === 'k') return { key: 'delete to end' }
  return key.ctrl || key.meta || key.escape || input === '' ? null : { text: input }
}

/** Runs a console in configuration mode. While it is active every key is its own but Esc and Ctrl-C. */
export function useConsole(spec: WorldSpec, active: boolean): RunningConsole {
  const now = useRef<Omit<RunningConsole, 'reading'> | null>(null)
  if (!now.current) now.current = { ...steps(openConsole(spec), [{ line: 'configure terminal' }]), back: 0 }
  const [shown, setShown] = useState(now.current)
  const put = (next: Omit<RunningConsole, 'reading'>) => {
    now.current = next
    setShown(next)
  }
  useInput(
    (input, key) => {
      const before = now.current ?? shown
      if (key.pageUp || key.pageDown) {
        const most = Math.max(0, before.lines.length - PAGE)
        const back = before.back + (key.pageUp ? PAGE : -PAGE)
        return put({ ...before, back: Math.max(0, Math.min(most, back)) })
      }
      const meant = consoleInput(input, key)
      if (!meant) return
      const { state, lines } = steps(before.state, [meant])
      put({ state, lines: [...before.lines, ...lines].slice(-REMEMBERED), back: 0 })
    },
    { isActive: active },
  )
  return { ...shown, reading: () => (now.current ?? shown).state.world.reading }
}
