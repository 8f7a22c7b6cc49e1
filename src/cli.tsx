#!/usr/bin/env node
import packageJson from '../package.json' with { type: 'json' }
import { processIo } from './commands/process-io.ts'
import { main } from './main.ts'

/** The status a shell reports for a program that a closed pipe ended (128 + SIGPIPE). */
const CLOSED_PIPE = 141

/** Ends the process, after what was written has left. The only exit of the program. */
function leave(status: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(status)))
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output has gone (`vlan-dojo ... | head`): nothing is left to say, to anyone.
  if (error.code === 'EPIPE') leave(CLOSED_PIPE)
  else throw error
})

leave(await main(process.argv.slice(2), processIo(), packageJson.version))
