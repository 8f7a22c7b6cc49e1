import { type DeviceReading, type SuggestedLink, suggestedLinks } from '../../config/index.ts'
import type { Link } from '../../net/network.ts'

/** Most suggestions that are written out; a large site without a file of its own would drown in them. */
const MOST = 12

/**
 * The cables that descriptions of ports speak of and that nothing else tells, as sentences: none is used until the user confirms it
 * in the site file.
 */
export function suggestCables(devices: readonly DeviceReading[], links: readonly Link[]): string[] {
  const suggested = eachOnce(suggestedLinks(devices, links))
  const said = suggested.slice(0, MOST).map(sentence)
  const more = suggested.length - said.length
  return more > 0 ? [...said, `Descriptions suggest ${more} more cables; confirm these first.`] : said
}

/** Two ports that speak of each other's switch are one cable; where only one of them names a port, that is the one. */
function eachOnce(suggested: readonly SuggestedLink[]): SuggestedLink[] {
  const kept: SuggestedLink[] = []
  for (const link of suggested.map((each) => withPort(each, suggested))) {
    if (!kept.some((other) => isMirror(link, other))) kept.push(link)
  }
  return kept
}

/** A suggestion that names no far port takes the only port there that speaks of this switch, if that does not speak of another port. */
function withPort(link: SuggestedLink, all: readonly SuggestedLink[]): SuggestedLink {
  if (link.b.port !== null) return link
  const back = all.filter(({ a, b }) => a.device === link.b.device && b.device === link.a.device)
  const [only] = back
  if (back.length !== 1 || !only || (only.b.port !== null && only.b.port !== link.a.port)) return link
  return { ...link, b: only.a }
}

function isMirror({ a, b }: SuggestedLink, other: SuggestedLink): boolean {
  return (
    a.device === other.b.device &&
    a.port === other.b.port &&
    b.device === other.a.device &&
    b.port === other.a.port
  )
}

function sentence({ a, b, because }: SuggestedLink): string {
  const near = `${a.device} ${a.port}`
  const seems = `${near} seems to lead to ${b.device}${b.port === null ? '' : ` ${b.port}`} (description "${because}")`
  const line = `- [${near}, ${b.device} ${b.port ?? 'PORT'}]`
  return `${seems}. It is not taken for a cable; if it is one, add "${line}" under links: in the site file.`
}
