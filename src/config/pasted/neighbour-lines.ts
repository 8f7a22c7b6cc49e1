/** A line of an output about neighbours that tells one thing: `Holdtime : 150 sec`. */
export const FIELD = /^[A-Za-z][\w ()/.-]{0,50}? ?:/
/** A line that belongs to the one before it. */
export const INDENTED = /^[ \t]+\S/

/** Longest name that is kept. */
export const LONGEST_NAME = 120

/** A device's name without its domain and without a serial number in parentheses; an IP address stays whole. */
export function hostName(text: string): string {
  const name = text.slice(0, LONGEST_NAME).replace(/\([^)]*\)?$/, '')
  return /^[\d.]+$/.test(name) ? name : (name.split('.')[0] ?? name)
}
