import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Conf from 'conf'
import type { Draft, DraftKey } from './draft.ts'
import { DRAFT_FORM, PROGRESS_FORM } from './forms.ts'
import { type JsonFile, KeptFile } from './kept-file.ts'
import { NO_PROGRESS, type Progress } from './progress.ts'

/** Folder of the drafts, beside the file of progress. */
const DRAFTS = 'drafts'

/** What is kept between runs: one file of progress and settings, and one for each draft. The program has one store. */
export type Store = {
  /** As it was when last read or written. */
  readonly progress: () => Progress
  /**
   * Changes what is kept: read again, changed and written under a lock, so that two programs do not lose each other's work.
   * `change` gets what is kept now, which may be more than was last read.
   */
  readonly update: (change: (kept: Progress) => Progress) => Progress
  readonly draft: (key: DraftKey) => Draft | null
  /** All drafts, last saved first. */
  readonly drafts: () => readonly Draft[]
  /** Changes a draft as `update` does; `change` gets null where none is kept. */
  readonly updateDraft: (key: DraftKey, change: (kept: Draft | null) => Draft) => Draft
  readonly dropDraft: (key: DraftKey) => void
  /** What went wrong with the files so far, as sentences for people. Nothing of it stops the program. */
  readonly problems: () => readonly string[]
}

/**
 * Opens the store in the folder that VLAN_DOJO_HOME names, else where this system keeps settings. Never throws: a damaged file is
 * set aside under another name, and where nothing can be written, what is changed lasts until the program ends.
 */
export function openStore(env: Readonly<Record<string, string | undefined>>): Store {
  const problems: string[] = []
  const report = (problem: string) => {
    if (!problems.includes(problem)) problems.push(problem)
  }
  const open = (name: string) => () => openFile(env.VLAN_DOJO_HOME, name)
  const progress = new KeptFile(PROGRESS_FORM, open('progress'), report)
  const files = new Map<string, KeptFile<Draft>>()
  const draftFile = (name: string) => {
    const file = files.get(name) ?? new KeptFile(DRAFT_FORM, open(join(DRAFTS, name)), report)
    files.set(name, file)
    return file
  }
  return {
    progress: () => progress.value ?? NO_PROGRESS,
    update: (change) => progress.update((kept) => change(kept ?? NO_PROGRESS)),
    draft: (key) => draftFile(nameOf(key)).value,
    drafts: () => {
      const names = new Set([...draftNames(progress.path), ...files.keys()])
      const drafts = [...names].map((name) => draftFile(name).value).filter((draft) => draft !== null)
      return drafts.sort((a, b) => b.savedAt - a.savedAt)
    },
    updateDraft: (key, change) => draftFile(nameOf(key)).update(change),
    dropDraft: (key) => draftFile(nameOf(key)).remove(),
    problems: () => problems,
  }
}

/** A file of ours by name, in `home` or the system's own place for settings. Only its owner may read it. */
function openFile(home: string | undefined, name: string): JsonFile {
  return new Conf<Record<string, unknown>>({
    projectName: 'vlan-dojo',
    projectSuffix: '',
    configName: name,
    configFileMode: 0o600,
    // Names of ports have dots in them.
    accessPropertiesByDotNotation: false,
    deserialize: parsedOrDamaged,
    ...(home === undefined ? {} : { cwd: home }),
  })
}

/** JSON, or for text that is none an object that no form of ours takes: conf would throw before it says which file it is. */
function parsedOrDamaged(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** The file name of a draft: the checklist for people, and a digest that tells apart what it is for. */
function nameOf({ checklist, path, device }: DraftKey): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([checklist, path, device]))
    .digest('hex')
  return `${checklist.replace(/[^a-z0-9-]/gi, '-')}-${digest.slice(0, 16)}`
}

function draftNames(progressPath: string | null): string[] {
  const folder = progressPath === null ? null : join(dirname(progressPath), DRAFTS)
  if (folder === null || !existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
}
