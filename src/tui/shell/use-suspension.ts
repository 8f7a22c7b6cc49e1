import { useApp } from 'ink'

/** Ctrl-Z: hands the terminal back to the shell until `fg` continues the program. Windows has no such thing. */
export function useSuspension(): () => void {
  const { suspendTerminal } = useApp()
  return () => {
    if (process.platform === 'win32') return
    void suspendTerminal(async () => {
      const continued = new Promise<void>((resolve) => {
        process.once('SIGCONT', () => resolve())
      })
      process.kill(process.pid, 'SIGTSTP')
      await continued
    })
  }
}
