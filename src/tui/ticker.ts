import { useEffect, useRef } from 'react'

/** When the clock is to call next, in milliseconds from now, and what it calls with the milliseconds that have passed. */
export type Ticks = { readonly wait: () => number; readonly onTick: (ms: number) => void }

/**
 * The only clock of the program. It calls while `active`, each time after as long as `wait` says, so that it is silent when nothing
 * moves. A change of `round` makes it wait anew from then on.
 */
export function useTicker(active: boolean, round: number, ticks: Ticks): void {
  const latest = useRef(ticks)
  latest.current = ticks
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins a new wait
  useEffect(() => {
    if (!active) return
    let before = performance.now()
    let timer: NodeJS.Timeout
    const arm = () => {
      timer = setTimeout(() => {
        const now = performance.now()
        latest.current.onTick(now - before)
        before = now
        arm()
      }, latest.current.wait())
    }
    arm()
    return () => clearTimeout(timer)
  }, [active, round])
}
