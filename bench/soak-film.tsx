import { stageFilm } from './stage-film.tsx'

// Plays a film over and over for an hour of its own time, which passes as fast as it can be painted, in a process of its own: prints
// how much is held after each quarter, in bytes, and how many frames were painted. To be run with `--expose-gc`.

const QUARTER_MS = 15 * 60_000
/** Milliseconds between two looks whether the film has come to its end, and is to be played again. */
const LOOK_MS = 10_000

type Waiting = { readonly due: number; readonly act: () => void }

const waiting = new Map<object, Waiting>()
let now = performance.now()
const epoch = Date.now() - now
performance.now = () => now
Date.now = () => epoch + now
globalThis.setTimeout = ((act: () => void, ms = 0) => {
  const timer = { ref: () => timer, unref: () => timer, hasRef: () => true }
  waiting.set(timer, { due: now + Math.max(ms, 1), act })
  return timer
}) as unknown as typeof setTimeout
globalThis.clearTimeout = ((timer: object | undefined) => {
  if (timer) waiting.delete(timer)
}) as typeof clearTimeout

/** Until React has done what there is to do, which it may put off by a turn or two. */
const turn = async () => {
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Lets this much time pass, timer by timer, with everything done that each of them brings about. */
async function pass(ms: number): Promise<void> {
  for (const end = now + ms; ; ) {
    await turn()
    const [next] = [...waiting].sort(([, a], [, b]) => a.due - b.due)
    if (!next || next[1].due > end) {
      now = end
      return
    }
    const [timer, { due, act }] = next
    waiting.delete(timer)
    now = Math.max(now, due)
    act()
  }
}

let painted = 0
const film = stageFilm(80, 24, (count) => {
  if (count > 20) painted += 1
})
while (!film.isReady()) await pass(50)
film.press('t')
const held: number[] = []
for (let quarter = 0; quarter < 4; quarter += 1) {
  for (let passed = 0; passed < QUARTER_MS; passed += LOOK_MS) {
    film.press('r')
    await pass(300)
    film.press('space')
    await pass(LOOK_MS - 300)
  }
  globalThis.gc?.()
  held.push(process.memoryUsage().heapUsed)
}
process.stdout.write(`${JSON.stringify({ held, painted })}\n`, () => process.exit())
