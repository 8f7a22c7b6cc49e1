/** Whether text on a background has to be light or dark to be read. */
export type Background = 'dark' | 'light'

/** The relative luminance at which black text and white text stand out equally: (l + 0.05)² = 1.05 * 0.05 (WCAG 2.2). */
const EVEN = Math.sqrt(1.05 * 0.05) - 0.05

/** One channel as `rgb:` writes it, 1 to 4 hexadecimal digits, as a linear share of full light. */
function light(digits: string): number {
  const share = Number.parseInt(digits, 16) / (16 ** digits.length - 1)
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/**
 * The background that a terminal's answer to OSC 11 names, `rgb:1e1e/1e1e/1e1e` or `rgba:` with an opacity behind it; null where the
 * answer is none. The channels have the form of XParseColor: each counts against the most that its digits can say.
 */
export function backgroundIn(answer: string): Background | null {
  const channels = /\brgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i.exec(answer)
  if (!channels) return null
  const [, red = '', green = '', blue = ''] = channels
  const luminance = 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
  return luminance > EVEN ? 'light' : 'dark'
}
