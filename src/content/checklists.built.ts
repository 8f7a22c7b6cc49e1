import { fileURLToPath } from 'node:url'
import { type Checklist, readChecklist } from './checklist.ts'
import { readFolder, wholeFolder } from './read-folder.ts'

const folder = fileURLToPath(new URL('../../checklists', import.meta.url))

/** Our checklists. The build turns them into data, so what ships reads no Markdown for them. */
export const CHECKLISTS: readonly Checklist[] = wholeFolder(readFolder(folder, 'checklists', readChecklist))
