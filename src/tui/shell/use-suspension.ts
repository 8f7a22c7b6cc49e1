import { useApp } from 'ink'
import { useCallback, useLayoutEffect, useRef } from 'react'

/** The longest that a timer of Node can be. Time in which the process stands still counts. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Hands the terminal back to the shell until `fg` continues the program. The key comes as a key, or as a signal while the
 * terminal is not yet raw or when another program sends it. Windows has no such thing.
 */
export function useSuspension(): () => void {
  const { suspendTerminal } = useApp()
  const isAway = useRef(false)
  const suspend = useCallback(() => {
    if (process.platform === 'win32' || isAway.current) return
    isAway.current = true
    void suspendTerminal(async () => {
      const continued = new Promise<void>((resolve) => {
        process.once('SIGCONT', () => resolve())
      })
      // A process that only waits for a signal has nothing left to do, and Node would end it when it returns.
      const alive = setTimeout(() => {}, LONGEST_TIMER_MS)
      process.kill(process.pid, 'SIGSTOP')
      await continued
      clearTimeout(alive)
      isAway.current = false
    })
  }, [suspendTerminal])
  useLayoutEffect(() => {
    process.on('SIGTSTP', suspend)
    return () => void process.off('SIGTSTP', suspend)
  }, [suspend])
  return suspend
}
