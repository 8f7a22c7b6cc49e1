import { parentPort } from 'node:worker_threads'
import type { FileResult } from './file-result.ts'
import { checkFile } from './one-file.ts'
import type { CheckRequest } from './request.ts'

/** What a worker is told: a request to remember under a number, or a file to check by one of them. */
export type ToWorker =
  | { readonly remember: number; readonly request: CheckRequest }
  | { readonly task: number; readonly path: string; readonly by: number; readonly cwd: string }

/** What a worker answers: the result of a task. */
export type FromWorker = { readonly task: number; readonly result: FileResult }

const requests = new Map<number, CheckRequest>()

/** A worker never reads standard input: the main thread keeps it. */
const NO_INPUT = (async function* (): AsyncGenerator<Uint8Array> {})()

parentPort?.on('message', async (message: ToWorker) => {
  if ('remember' in message) {
    requests.set(message.remember, message.request)
    return
  }
  const request = requests.get(message.by)
  if (!request) throw new RangeError(`No request ${message.by} was given.`)
  const result = await checkFile(message.path, request, { cwd: message.cwd, stdin: NO_INPUT })
  const answer: FromWorker = { task: message.task, result }
  parentPort?.postMessage(answer)
})
