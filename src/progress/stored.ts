import { type Decoder, number, shape } from './decode.ts'

/** How a kind of file is kept: the version of its form, how earlier ones are brought up, and how it is read. */
export type FileForm<T> = {
  readonly version: number
  /** At `n`, what makes a value of version n into one of version n + 1. */
  readonly migrations: Readonly<Record<number, (value: unknown) => unknown>>
  readonly read: Decoder<T>
}

/** What a file turned out to be. `newer`: written by a later version of the program, so not ours to change. */
export type Opened<T> =
  | { readonly state: 'good'; readonly value: T }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer' }

/** What stands in a file that holds this value. */
export function seal<T>(form: FileForm<T>, value: T): { version: number; value: T } {
  return { version: form.version, value }
}

const envelope = shape<{ version: number; value: unknown }>({ version: number, value: (value) => value })

/** Reads what stood in a file of ours, brought up to the present version. */
export function unseal<T>(form: FileForm<T>, stored: unknown): Opened<T> {
  const sealed = envelope(stored)
  if (!sealed) return { state: 'damaged' }
  if (sealed.version > form.version) return { state: 'newer' }
  let { value } = sealed
  for (let version = sealed.version; version < form.version; version += 1) {
    value = form.migrations[version]?.(value)
  }
  const read = form.read(value)
  return read === undefined ? { state: 'damaged' } : { state: 'good', value: read }
}
