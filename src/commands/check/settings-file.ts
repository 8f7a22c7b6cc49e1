import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { BadUse } from '../../edge/bad-use.ts'
import { fileTrouble } from '../../words/file-trouble.ts'
import { printable } from '../../words/printable.ts'
import { type CheckSettings, NO_SETTINGS } from './settings.ts'

/** The file that says what the user knows about a folder's configurations. */
export const SETTINGS_FILE = '.vlan-dojo.yaml'

/** The settings that hold for files of this folder: those of the nearest settings file, from the folder upward. */
export async function settingsFor(folder: string): Promise<CheckSettings> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, SETTINGS_FILE)
    const text = await textOf(path)
    if (text !== null) return await settingsOf(text, path)
    if (dirname(at) === at) return NO_SETTINGS
  }
}

/** The folder whose settings hold for a file, `-` among them. */
export function folderOf(path: string, cwd: string): string {
  return path === '-' ? cwd : dirname(resolve(cwd, path))
}

/** The settings of a file the user named. Throws `BadUse` where it cannot be read. */
export async function settingsIn(path: string, cwd: string): Promise<CheckSettings> {
  const text = await textOf(resolve(cwd, path))
  if (text === null)
    throw new BadUse(`${printable(path)} is not there; name a file with purposes, services and links.`)
  return await settingsOf(text, path)
}

/** The text of a settings file, null where there is none. Throws `BadUse` where there is one that cannot be read. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null
    throw new BadUse(`${printable(path)} cannot be read: ${fileTrouble(error)}.`)
  }
}

/** Reads settings; what reads YAML is loaded only where there is a file. */
async function settingsOf(text: string, path: string): Promise<CheckSettings> {
  return (await import('./settings-text.ts')).readSettings(text, path)
}
