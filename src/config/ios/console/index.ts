export type { EditKey, Editor } from './editor.ts'
export type { Mode } from './mode.ts'
export { plainLine, type ScreenLine, type Voice } from './screen.ts'
export {
  type ConsoleInput,
  type ConsoleState,
  openConsole,
  openConsoleAlone,
  prompt,
  type Step,
  step,
  steps,
} from './step.ts'
export { aloneNetwork, type World, type WorldSpec } from './world.ts'
