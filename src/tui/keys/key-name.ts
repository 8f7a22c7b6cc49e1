import type { Key } from 'ink'

/**
 * The names of the keys that came in at once. Fast typing and slow lines bring several characters together; each is a key of its
 * own.
 */
export function keyNames(input: string, key: Key): string[] {
  const isText = !key.ctrl && !key.meta && input.length > 1
  return isText ? [...input].map((each) => keyName(each, key)) : [keyName(input, key)]
}

/** The name of a key as the key table writes it: a printed character as itself, `right`, `space`, `ctrl-l`. */
export function keyName(input: string, key: Key): string {
  if (key.ctrl) return `ctrl-${input}`
  if (key.escape) return 'escape'
  if (key.return) return 'enter'
  if (key.tab) return key.shift ? 'shift-tab' : 'tab'
  if (key.leftArrow) return 'left'
  if (key.rightArrow) return 'right'
  if (key.upArrow) return 'up'
  if (key.downArrow) return 'down'
  if (key.pageUp) return 'page-up'
  if (key.pageDown) return 'page-down'
  if (key.home) return 'home'
  if (key.end) return 'end'
  return input === ' ' ? 'space' : input
}
