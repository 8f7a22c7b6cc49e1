/** How keys are called on keyboards, where the table has another name. */
const ON_KEYBOARDS: Readonly<Record<string, string>> = {
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  escape: 'Esc',
}

/** A key of the table as people know it: `escape` is `Esc`, `shift-tab` is `Shift-Tab`. */
export function keyCaption(key: string): string {
  const named = ON_KEYBOARDS[key]
  if (named !== undefined) return named
  if (!/^[a-z]{2}/.test(key)) return key
  return key
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('-')
}
