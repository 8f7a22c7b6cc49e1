import { BadUse } from '../../edge/bad-use.ts'
import type { Io } from '../../edge/io.ts'
import type { Endpoint } from '../../net/network.ts'
import type { Site } from '../../rules/site.ts'
import { printable } from '../../words/printable.ts'
import { filesMeant } from '../check/inputs.ts'
import { joinFiles, namedApart } from '../check/join-files.ts'
import { textOf } from '../check/one-file.ts'
import { type ReadFile, readFile } from '../check/read-file.ts'
import { folderOf, settingsFor, settingsIn } from '../check/settings-file.ts'
import { type Description, siteOf } from '../check/site-of.ts'
import { alsoToldBy, type Told } from '../check/told.ts'
import { type PathsAndPort, pathsAndPort } from './paths-and-port.ts'
import { portMeant } from './port-meant.ts'

/** A port and the site that an attack from it is tried in. */
export type PortInSite = {
  readonly site: Site
  readonly from: Endpoint
  /** Another port of the files by what a person calls it. Throws `BadUse` where it is none. */
  readonly portCalled: (written: string) => Endpoint
}

/**
 * The port that a person names behind the files, in the site it has for `check`: all files with the description of `siteFile`, else its
 * device alone, as its settings file describes it. Throws `BadUse` for files and ports that are not there.
 */
export async function siteAround(
  words: readonly string[],
  siteFile: string | undefined,
  told: Told,
  io: Io,
): Promise<PortInSite> {
  const described = siteFile === undefined ? null : alsoToldBy(told, await settingsIn(siteFile, io.cwd))
  const known = new Map<string, Told>()
  const all: ReadFile[] = []
  for await (const path of filesMeant(words.slice(0, -1), io.cwd)) {
    const about = described ?? alsoToldBy(told, await settingsFor(folderOf(path, io.cwd)))
    known.set(path, about)
    all.push(readFile(await textOf(path, io), about))
  }
  const meant = pathsAndPort(words, all)
  const read = all.filter(({ path }) => path !== meant.device)
  tellProblems(read, meant, io)
  if (described) {
    const { files, site } = joinFiles(read, described)
    const portCalled = (written: string) => portMeant(files, written)
    return { site, from: portCalled(meant.port), portCalled }
  }
  const { files } = namedApart(read)
  const portCalled = (written: string) => portMeant(files, written)
  const from = portCalled(meant.port)
  return { site: aloneIn(files, from.device, (path) => known.get(path) ?? told), from, portCalled }
}

/** Tells the files of folders that cannot be read. Throws `BadUse` for one that was named itself. */
function tellProblems(read: readonly ReadFile[], { paths }: PathsAndPort, io: Io): void {
  for (const { path, problem } of read) {
    if (problem === null) continue
    if (paths.includes(path)) throw new BadUse(printable(problem))
    io.stderr(`vlan-dojo: ${printable(problem)}\n`)
  }
}

/** The site of this one device, since nothing says how files are cabled. */
function aloneIn(files: readonly ReadFile[], name: string, toldOf: (path: string) => Description): Site {
  for (const { path, devices, hypervisors } of files) {
    const switches = devices.filter((each) => each.name === name)
    const hosts = switches.length > 0 ? [] : hypervisors.filter((each) => each.name === name)
    if (switches.length + hosts.length > 0) return siteOf(switches, hosts, toldOf(path)).site
  }
  throw new BadUse(`There is no device ${printable(name)}.`)
}
