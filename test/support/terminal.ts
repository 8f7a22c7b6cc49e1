import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'
import headless from '@xterm/headless'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-folder.ts'

/** The keys that have no letter, as a terminal sends them. */
export const KEY = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  tab: '\t',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlL: '\u000c',
  ctrlZ: '\u001a',
} as const

/** What is left of a program that ended, and of the terminal it had. */
export type Ending = {
  /** As the shell reports it: 128 and the signal's number for one that a signal ended. */
  readonly status: number
  /** Whether the line settings (raw mode, echo) are what they were before the program. */
  readonly lineRestored: boolean
  readonly alternateScreen: boolean
  readonly cursorShown: boolean
  /** What stands on the main screen. */
  readonly screen: string
}

/** The built program in a real pseudo-terminal, read back through a terminal emulator, as a person would use it. */
export type Terminal = {
  /** The rows on the screen, blanks at their ends and empty rows at the bottom left out. */
  readonly screen: () => string
  /** Whether the program has the alternate screen. */
  readonly isFullScreen: () => boolean
  /** All bytes that came from the program, as text. */
  readonly bytes: () => string
  /** Sends keys one after the other, each after the program has had time to take the one before. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  /** Goes down a menu to the line with this text, and presses Enter. */
  readonly choose: (line: string) => Promise<void>
  /** Changes the size of the terminal, while the program runs. */
  readonly resize: (columns: number, rows: number) => void
  /** Waits until the screen shows this, and gives it. Throws with the screen as it is when it does not come. */
  readonly until: (what: string | RegExp | ((screen: string) => boolean)) => Promise<string>
  /** Waits until nothing has been drawn for a while, and gives the screen. Not for a film that runs. */
  readonly settled: () => Promise<string>
  /** Sends a signal to the program, not to the shell around it. */
  readonly signal: (name: NodeJS.Signals) => Promise<void>
  /** Whether the program has ended. */
  readonly hasEnded: () => boolean
  /** Waits for the end of the program. */
  readonly ending: () => Promise<Ending>
}

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const PATIENCE_MS = 15_000
/** Silence after which a screen that does not move counts as drawn. */
const QUIET_MS = 200

/** How the shell in the terminal starts the program, which is its `$@`. */
const PLAINLY = '"$@"'

/** A shell tells the line settings before and after, and the program's own process number. */
function shellAround(script: string): string {
  return `program() { sh -c 'echo "pid $$"; exec "$@"' - "$@"; }
stty -g; ${script.replaceAll('"$@"', 'program "$@"')}; echo "status $?"; stty -g; exit 0`
}

/** The terminal a program is started in. */
export type Setting = {
  readonly columns?: number
  readonly rows?: number
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Arguments of Node itself. */
  readonly node?: readonly string[]
  /** What the shell does, where it is more than to run the program. */
  readonly shell?: string
}

/** Starts `vlan-dojo` with these arguments in a terminal, with an empty store. It is ended with the test. */
export function startInTerminal(args: readonly string[] = [], setting: Setting = {}): Terminal {
  const { columns = 80, rows = 24, cwd = process.cwd(), env = {}, node = [], shell = PLAINLY } = setting
  const command = [process.execPath, ...node, CLI, ...args]
  const pty = spawn('sh', ['-c', shellAround(shell), '-', ...command], {
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { ...cleanEnvironment(), VLAN_DOJO_HOME: tempFolder(), ...env },
  })
  const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true })
  let bytes = ''
  let drawn = Promise.resolve()
  let ended = false
  pty.onData((data) => {
    bytes += data
    drawn = new Promise((resolve) => emulator.write(data, resolve))
  })
  pty.onExit(() => {
    ended = true
  })
  onTestFinished(() => {
    if (!ended) pty.kill('SIGKILL')
    emulator.dispose()
  })

  const screen = () => {
    const { active } = emulator.buffer
    const lines = Array.from({ length: emulator.rows }, (_, row) =>
      active.getLine(active.baseY + row)?.translateToString(true, 0, emulator.cols),
    )
    return lines.join('\n').trimEnd()
  }
  const until = async (what: string, test: () => boolean) => {
    const patience = Date.now() + PATIENCE_MS
    while (!test()) {
      if (Date.now() > patience) throw new Error(`The terminal never showed ${what}. It shows:\n${screen()}`)
      await pause(10)
      await drawn
    }
  }
  const quiet = async (ms: number) => {
    for (let seen = -1; seen !== bytes.length; await pause(ms)) seen = bytes.length
    await drawn
  }
  /** Presses a key until the screen answers: one typed before a new screen listens is dropped, as it should be. */
  const answered = async (key: string) => {
    await quiet(50)
    const before = screen()
    const gaveUp = Date.now() + PATIENCE_MS
    while (screen() === before && Date.now() < gaveUp && !ended) {
      pty.write(key)
      const again = Date.now() + 3_000
      while (screen() === before && Date.now() < again && !ended) await pause(10)
    }
    await quiet(50)
  }
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      if (ended) return
      const before = bytes.length
      pty.write(key)
      // A key that changes nothing draws nothing, so waiting for output has an end.
      for (let waited = 0; waited < 150 && bytes.length === before; waited += 10) await pause(10)
      await pause(40)
    }
    await drawn
  }
  const isFullScreen = () => emulator.buffer.active.type === 'alternate'
  return {
    screen,
    isFullScreen,
    bytes: () => bytes,
    press,
    choose: async (line) => {
      const isThere = () => isChosen(screen(), line)
      for (let below = 0; below < 40 && !isThere(); below += 1) await answered(KEY.down)
      await until(`> ${line}`, isThere)
      await answered(KEY.enter)
    },
    resize: (newColumns, newRows) => {
      if (ended) return
      pty.resize(newColumns, newRows)
      emulator.resize(newColumns, newRows)
    },
    until: async (what) => {
      const shows =
        typeof what === 'function'
          ? what
          : (text: string) => (typeof what === 'string' ? text.includes(what) : what.test(text))
      await until(String(what), () => shows(screen()))
      return screen()
    },
    settled: async () => {
      await quiet(QUIET_MS)
      return screen()
    },
    signal: async (name) => {
      await until('its process number', () => /pid \d+/.test(bytes))
      process.kill(Number(/pid (\d+)/.exec(bytes)?.[1]), name)
    },
    hasEnded: () => ended,
    ending: async () => {
      await until('its end', () => ended)
      await drawn
      const settings = bytes.match(/^[0-9a-f]+(:[0-9a-f]+){10,}/gm) ?? []
      return {
        status: Number(/status (\d+)\s/.exec(bytes)?.[1]),
        lineRestored: settings.length === 2 && settings[0] === settings[1],
        alternateScreen: isFullScreen(),
        cursorShown: bytes.lastIndexOf('\u001b[?25h') >= bytes.lastIndexOf('\u001b[?25l'),
        screen: screen(),
      }
    },
  }
}

/** This process's environment without what test runners and build servers put there, which the program looks at. */
function cleanEnvironment(): Record<string, string> {
  const {
    CI: _ci,
    NO_COLOR: _noColor,
    FORCE_COLOR: _forced,
    VITEST: _vitest,
    NODE_ENV: _env,
    ...rest
  } = process.env
  const clean = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(clean), LANG: 'C.UTF-8' }
}

/** Whether a menu stands on the line with this text. */
function isChosen(screen: string, line: string): boolean {
  return screen.split('\n').some((row) => /^[│ ]*> /.test(row) && row.includes(line))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
