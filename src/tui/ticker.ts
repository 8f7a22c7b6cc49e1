import { useEffect, useRef } from 'react'

/** The only clock of the program: calls with the milliseconds that passed, while `active`; silent when nothing moves. */
export function useTicker(active: boolean, interval: number, onTick: (ms: number) => void): void {
  const listener = useRef(onTick)
  listener.current = onTick
  useEffect(() => {
    if (!active) return
    let before = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      listener.current(now - before)
      before = now
    }, interval)
    return () => clearInterval(timer)
  }, [active, interval])
}
