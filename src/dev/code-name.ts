/** The name in code of the thing with this id: `access/unused` is `accessUnused`. */
export function codeName(id: string): string {
  return id.replace(/[-/]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
