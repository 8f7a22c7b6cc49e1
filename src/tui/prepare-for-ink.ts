/**
 * Makes the process fit for Ink on a terminal with this many colours; must run before Ink or React is loaded, since both look once,
 * at load.
 * - Ink's colour library has a mind of its own about terminals, and leaves out bold and reverse where there is no colour. It is
 *   told what was found, and our palette without colours needs the least level.
 * - React's development build is a third slower and keeps performance marks that grow without bound.
 * - Ink 8 asks for `Promise.withResolvers`, which Node 20 lacks.
 */
export function prepareForInk(env: NodeJS.ProcessEnv, colours: number): void {
  env.FORCE_COLOR = colours < 256 ? '1' : colours === 256 ? '2' : '3'
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
