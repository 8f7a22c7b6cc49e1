import type { Io } from '../edge/io.ts'

/**
 * Which face a person gets: full screen where it can work, else plain lines. Ink throws without a terminal to read keys from,
 * draws nothing where CI is set, and writes cursor codes to a dumb terminal.
 */
export function faceFor(io: Pick<Io, 'isTerminal' | 'env'>): 'tui' | 'plain' {
  const { TERM, CI } = io.env
  const drawable = io.isTerminal && TERM !== 'dumb' && (!CI || CI === 'false' || CI === '0')
  return drawable ? 'tui' : 'plain'
}

/**
 * Makes the process fit for Ink; must run before Ink or React is loaded, since both look once, at load.
 * - The colour library honours FORCE_COLOR only, so NO_COLOR is said in its words.
 * - React's development build is a third slower and keeps performance marks that grow without bound.
 * - Ink 8 asks for `Promise.withResolvers`, which Node 20 lacks.
 */
export function prepareForInk(env: NodeJS.ProcessEnv): void {
  if (env.NO_COLOR) env.FORCE_COLOR = '0'
  env.NODE_ENV ??= 'production'
  const promise = Promise as { withResolvers?: unknown }
  promise.withResolvers ??= function withResolvers<T>(this: PromiseConstructor) {
    let settle: Partial<{ resolve: (value: T) => void; reject: (reason: unknown) => void }> = {}
    const pending = new this<T>((resolve, reject) => {
      settle = { resolve, reject }
    })
    return { promise: pending, ...settle }
  }
}
