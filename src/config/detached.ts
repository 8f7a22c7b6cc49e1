/** The same text, which a larger one that it was cut out of need not be kept for: engines keep the whole for the sake of a part. */
export function detached(text: string): string {
  return ` ${text}`.slice(1)
}
