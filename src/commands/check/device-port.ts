/** The rest of `NAME PORT` or `NAME:PORT` behind the name of this device, in any case; null where the text does not begin with it. */
export function portBehind(name: string, text: string): string | null {
  if (!text.toLowerCase().startsWith(name.toLowerCase())) return null
  const rest = text.slice(name.length)
  return /^[ :]/.test(rest) ? rest.slice(1).trim() : null
}
