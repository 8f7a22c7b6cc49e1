import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does something with a folder that is gone afterwards, in which files of JavaScript are modules. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vlan-dojo-bench-'))
  try {
    // Without it Node reads each file twice to find out that it is a module.
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a bundled script of a bench prints as JSON, run in a process of its own. */
export function printedBy<T>(
  folder: string,
  script: string,
  args: readonly string[],
  node: readonly string[] = [],
): T {
  const printed = execFileSync(process.execPath, [...node, join(folder, script), ...args])
  return JSON.parse(printed.toString()) as T
}
