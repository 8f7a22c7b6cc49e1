import { useApp } from 'ink'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { REPLY_MS } from '../../edge/terminal/keyboard.ts'
import type { Program } from './program.ts'

/** The longest that a timer of Node can be. Time in which the process stands still counts. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Hands the terminal back to the shell until `fg` continues the program. The key comes as a key, or as a signal while the
 * terminal is not yet raw or when another program sends it. What the terminal still has to say itself is waited for: the shell would
 * take it for typed. Windows has no such thing.
 */
export function useSuspension(terminal: Program['terminal']): () => void {
  const { suspendTerminal } = useApp()
  const isAway = useRef(false)
  const suspend = useCallback(() => {
    if (process.platform === 'win32' || isAway.current) return
    isAway.current = true
    const stop = async () => {
      const continued = new Promise<void>((resolve) => {
        process.once('SIGCONT', () => resolve())
      })
      // A process that only waits for a signal has nothing left to do, and Node would end it when it returns.
      const alive = setTimeout(() => {}, LONGEST_TIMER_MS)
      process.kill(process.pid, 'SIGSTOP')
      await continued
      clearTimeout(alive)
      isAway.current = false
    }
    void terminal.settled(REPLY_MS).then(() => suspendTerminal(stop))
  }, [suspendTerminal, terminal])
  useLayoutEffect(() => {
    process.on('SIGTSTP', suspend)
    return () => void process.off('SIGTSTP', suspend)
  }, [suspend])
  return suspend
}
