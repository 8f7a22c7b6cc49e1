import './all-colours.ts'
import { EventEmitter } from 'node:events'
import headless from '@xterm/headless'
import { render } from 'ink'
import { onTestFinished } from 'vitest'
import { LESSONS } from '../../src/content/lessons.built.ts'
import { NO_PROGRESS, type Progress } from '../../src/progress/progress.ts'
import type { Settings } from '../../src/progress/settings.ts'
import type { Store } from '../../src/progress/store.ts'
import { App } from '../../src/tui/app.tsx'
import type { Program } from '../../src/tui/shell/program.ts'
import type { Route } from '../../src/tui/shell/route.ts'
import { fakeIo } from './fake-io.ts'
import { type MarkedCell, markedText, marksOf } from './marked.ts'

/** The lessons that screens are tried with: a new one changes no picture. */
const TRIED = LESSONS.filter(({ id }) => id === 'switch-spoofing' || id === 'double-tagging')

/** A store that keeps nothing beyond the test. */
export function memoryStore(progress: Progress = NO_PROGRESS): Store {
  const drafts = new Map<string, ReturnType<Store['drafts']>[number]>()
  let kept = progress
  return {
    progress: () => kept,
    update: (change) => {
      kept = change(kept)
      return kept
    },
    draft: (key) => drafts.get(JSON.stringify([key.checklist, key.path, key.device])) ?? null,
    drafts: () => [...drafts.values()],
    updateDraft: (key, change) => {
      const name = JSON.stringify([key.checklist, key.path, key.device])
      const changed = change(drafts.get(name) ?? null)
      drafts.set(name, changed)
      return changed
    },
    dropDraft: (key) => {
      drafts.delete(JSON.stringify([key.checklist, key.path, key.device]))
    },
    problems: () => [],
  }
}

class FakeStdin extends EventEmitter {
  readonly isTTY = true
  #waiting: string[] = []
  setRawMode(): void {}
  setEncoding(): void {}
  ref(): void {}
  unref(): void {}
  resume(): void {}
  pause(): void {}
  read(): string | null {
    return this.#waiting.shift() ?? null
  }
  type(text: string): void {
    this.#waiting.push(text)
    this.emit('readable')
    this.emit('data', text)
  }
}

/** The running app on a terminal emulator in the same process: what a person would see, cell by cell. */
export type Screen = {
  readonly text: () => string
  /**
   * The text with signs below what stands out, for goldens of the mono theme: start with `asked: { theme: 'mono' }`, come to the
   * screen, and hold this against `NAME-80x24.mono.txt`.
   */
  readonly marked: () => string
  /** Every cell as the terminal draws it, row by row; empty behind a wide character. */
  readonly cells: () => readonly (readonly string[])[]
  /** Waits until the screen shows this and gives it; throws with the screen as it is when it does not come. */
  readonly until: (what: string | RegExp) => Promise<string>
  /** Types keys, each after the screen has come to rest. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly resize: (columns: number, rows: number) => Promise<void>
  /** Every byte that was written so far. */
  readonly bytes: () => string
  readonly store: Store
}

/** A terminal that never says what its background is. */
const SILENT_TERMINAL: Program['terminal'] = {
  background: () => null,
  onBackground: () => () => {},
  askBackground: () => {},
  settled: async () => {},
}

type ScreenOptions = {
  readonly columns?: number
  readonly rows?: number
  readonly asked?: Partial<Settings>
  readonly store?: Store
  readonly cwd?: string
  readonly first?: Route
}

const PATIENCE_MS = 8_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type EmulatorCell = ReturnType<NonNullable<ReturnType<headless.IBuffer['getLine']>>['getCell']>

function markedCell(cell: EmulatorCell): MarkedCell {
  if (!cell) return { glyph: ' ', marks: [] }
  const marks = marksOf({
    bold: cell.isBold(),
    underline: cell.isUnderline(),
    inverse: cell.isInverse(),
    colour: !cell.isFgDefault() || !cell.isBgDefault(),
  })
  return { glyph: cell.getWidth() === 0 ? '' : cell.getChars() || ' ', marks }
}

/** Starts the app. Films stand still unless a motion is asked for, so that every picture is the same every time. */
export async function startScreen(options: ScreenOptions = {}): Promise<Screen> {
  const { columns = 80, rows = 24, store = memoryStore(), asked = {}, cwd = process.cwd() } = options
  const { first = { at: 'home' } } = options
  const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true })
  const stdin = new FakeStdin()
  let bytes = ''
  let parsed = Promise.resolve()
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns,
    rows,
    write: (chunk: string) => {
      bytes += chunk
      parsed = parsed.then(() => new Promise<void>((done) => emulator.write(chunk, done)))
      return true
    },
  })
  const env = { LANG: 'C.UTF-8', COLORTERM: 'truecolor' }
  const io = fakeIo('', { isTerminal: true, columns, rows, env, cwd })
  const terminal = SILENT_TERMINAL
  const program = {
    io,
    store,
    first,
    lessons: TRIED,
    colours: 2 ** 24,
    terminal,
    asked: { motion: 'none', ...asked } as const,
  }
  const app = render(<App program={program} />, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 1000,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  onTestFinished(() => {
    app.unmount()
    emulator.dispose()
  })
  const text = () => {
    const { active } = emulator.buffer
    const lines = Array.from(
      { length: emulator.rows },
      (_, y) => active.getLine(y)?.translateToString(true, 0, emulator.cols) ?? '',
    )
    return `${lines.join('\n').trimEnd()}\n`
  }
  const drawn = () => {
    const { active } = emulator.buffer
    return Array.from({ length: emulator.rows }, (_, y) =>
      Array.from({ length: emulator.cols }, (_, x) => markedCell(active.getLine(y)?.getCell(x))),
    )
  }
  const rest = async () => {
    for (let before = -1; before !== bytes.length; ) {
      before = bytes.length
      await pause(25)
      await parsed
    }
  }
  const until = async (what: string | RegExp) => {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      await rest()
      const shown = text()
      if (typeof what === 'string' ? shown.includes(what) : what.test(shown)) return shown
      if (Date.now() > end) throw new Error(`The screen does not show ${what}:\n${shown}`)
    }
  }
  await rest()
  return {
    text,
    marked: () => markedText(drawn()),
    cells: () => drawn().map((row) => row.map(({ glyph }) => glyph)),
    until,
    store,
    bytes: () => bytes,
    press: async (...keys) => {
      for (const key of keys) {
        stdin.type(key)
        await rest()
      }
    },
    resize: async (nextColumns, nextRows) => {
      Object.assign(stdout, { columns: nextColumns, rows: nextRows })
      emulator.resize(nextColumns, nextRows)
      stdout.emit('resize')
      await rest()
    },
  }
}

/** The key that opens this lesson from the first screen. */
export function keyOfLesson(id: string): string {
  return `${TRIED.findIndex((lesson) => lesson.id === id) + 1}`
}
