import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/**
 * The licences of all packages that went into a bundle, as their authors ask: name, version and full text, by name. Throws
 * where a package carries no text and its licence is not known by name, since it could then not be shipped.
 */
export async function licenceTexts(root: string, { inputs }: Metafile): Promise<string> {
  const folders = Object.keys(inputs).flatMap((path) => {
    const within = path.lastIndexOf('node_modules/')
    const folder = within < 0 ? null : /^node_modules\/(@[^/]+\/)?[^/]+/.exec(path.slice(within))?.[0]
    return folder ? [path.slice(0, within) + folder] : []
  })
  const texts = await Promise.all([...new Set(folders)].sort().map((folder) => textOf(join(root, folder))))
  return `This program contains the following packages.\n\n${[...new Set(texts)].join('\n\n')}\n`
}

async function textOf(folder: string): Promise<string> {
  const { name, version, license, author } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license?: string; author?: string | { name: string } }
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort()
  const written = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  if (written.length === 0 && !license) throw new Error(`${name} ${version} names no licence.`)
  const by = typeof author === 'string' ? author : (author?.name ?? 'its authors')
  const text = written.length > 0 ? written.map((each) => each.trim()).join('\n\n') : `By ${by}.`
  return `${'-'.repeat(72)}\n${name} ${version} (${license ?? 'see below'})\n\n${text}`
}
