import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fileTrouble } from '../words/file-trouble.ts'
import { acquireLock } from './lock.ts'
import { type FileForm, seal, unseal } from './stored.ts'

/** A file of JSON: reading `store` reads the file, setting it writes the whole file or nothing. */
export type JsonFile = { readonly path: string; store: unknown }

/**
 * A value that lives in a file of ours. Nothing of it throws: a damaged file is set aside, and where the file can be neither read
 * nor written, or is a later version's, the value lives in memory only. Each is reported once, as a sentence for people.
 */
export class KeptFile<T> {
  /** As last read or written; null where nothing is kept. */
  value: T | null = null
  readonly #form: FileForm<T>
  readonly #report: (problem: string) => void
  #file: JsonFile | null = null

  constructor(form: FileForm<T>, open: () => JsonFile, report: (problem: string) => void) {
    this.#form = form
    this.#report = report
    try {
      this.#file = open()
    } catch (error) {
      this.#stayInMemory(cannotKeep(error))
    }
    this.#read()
  }

  /** Where the file is; null where the value lives in memory only. */
  get path(): string | null {
    return this.#file?.path ?? null
  }

  /** Reads the file again, changes the value and writes it, while no other program does. Gives the new value. */
  update(change: (kept: T | null) => T): T {
    const release = this.#lock()
    try {
      this.#read()
      const changed = change(this.value)
      this.value = changed
      this.#write(changed)
      return changed
    } finally {
      release()
    }
  }

  /** Removes the file. */
  remove(): void {
    this.value = null
    this.#guarded((file) => rmSync(file.path, { force: true }))
  }

  #lock(): () => void {
    let release = () => {}
    this.#guarded((file) => {
      release = acquireLock(`${file.path}.lock`)
    })
    return release
  }

  #read(): void {
    this.#guarded((file) => {
      if (!existsSync(file.path)) return
      const opened = unseal(this.#form, file.store)
      if (opened.state === 'good') this.value = opened.value
      else if (opened.state === 'damaged') this.#report(setAside(file.path))
      else
        this.#stayInMemory(`${file.path} was written by a later version of vlan-dojo and is left as it is.`)
    })
  }

  #write(value: T): void {
    this.#guarded((file) => {
      file.store = seal(this.#form, value)
    })
  }

  /** Does something with the file, where there is one; after an error of the file system there is none. */
  #guarded(work: (file: JsonFile) => void): void {
    if (!this.#file) return
    try {
      work(this.#file)
    } catch (error) {
      this.#stayInMemory(cannotKeep(error))
    }
  }

  #stayInMemory(why: string): void {
    this.#file = null
    this.#report(`${why} What you do now lasts until you leave.`)
  }
}

/** Renames a damaged file to a free name beside it, never deletes it; gives the sentence that says so. */
function setAside(path: string): string {
  let number = 1
  while (existsSync(`${path}.damaged-${number}`)) number += 1
  const aside = `${path}.damaged-${number}`
  renameSync(path, aside)
  return `${path} was damaged and is kept as ${basename(aside)}; a fresh one takes its place.`
}

function cannotKeep(error: unknown): string {
  const { path } = error as NodeJS.ErrnoException
  return `Progress and drafts cannot be kept${path ? ` in ${path}` : ''}: ${fileTrouble(error)}.`
}
