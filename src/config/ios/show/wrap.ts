/** How wide a device's screen is taken to be. */
const SCREEN = 80

/**
 * A line that begins with `label` and goes on with a list, cut at commas; further lines begin with `indent` blanks. The comma stays
 * at the end of a cut line. Where exactly a device cuts is not settled; readers take any.
 */
export function wrappedList(label: string, list: string, indent: number): string[] {
  const lines: string[] = []
  let line = label
  for (const element of list.split(/(?<=,)/)) {
    const begun = line.trim() !== '' && line !== label
    if (begun && line.length + element.length > SCREEN) {
      lines.push(line)
      line = ' '.repeat(indent)
    }
    line += element
  }
  return [...lines, line]
}
