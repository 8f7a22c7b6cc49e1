import {
  type DeviceReading,
  type HypervisorReading,
  readConfig,
  UnreadableConfig,
} from '../../config/index.ts'
import { IGNORE_MARK } from '../../verdict/suppress.ts'
import type { Told } from './told.ts'

/** A file's text, or the sentence that says why it has none. */
export type FileText = { readonly path: string } & ({ readonly text: string } | { readonly problem: string })

/** What was read of a file, or the sentence that says why nothing was. */
export type ReadFile = {
  readonly path: string
  readonly devices: readonly DeviceReading[]
  readonly hypervisors: readonly HypervisorReading[]
  readonly problem: string | null
  /** Whether a comment in the text may keep a rule quiet: most texts have none, and their lines need not be looked through. */
  readonly mayIgnore: boolean
}

/** Reads a file's text as the configuration of devices or hosts. */
export function readFile(
  file: FileText,
  { dialect, platform }: Pick<Told, 'dialect' | 'platform'>,
): ReadFile {
  const { path } = file
  const nothing = { path, devices: [], hypervisors: [], mayIgnore: false }
  if ('problem' in file) return { ...nothing, problem: file.problem }
  try {
    const { devices, hypervisors } = readConfig(file.text, { path, dialect, profile: platform })
    return { path, devices, hypervisors, problem: null, mayIgnore: file.text.includes(IGNORE_MARK) }
  } catch (error) {
    if (!(error instanceof UnreadableConfig)) throw error
    return { ...nothing, problem: error.message }
  }
}
