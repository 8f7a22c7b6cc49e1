#!/usr/bin/env node
import packageJson from '../package.json' with { type: 'json' }
import { EXIT } from './edge/exit.ts'
import { processIo } from './edge/process-io.ts'
import { main } from './main.ts'

/** The status a shell reports for a program that a closed pipe ended (128 + SIGPIPE). */
const CLOSED_PIPE = 141

/** Ends the process, after what was written has left. The only exit of the program. */
function leave(status: number): void {
  process.stdout.write('', (lost) => {
    process.stderr.write('', () => process.exit(lost ? CLOSED_PIPE : status))
  })
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read our output has gone (`vlan-dojo ... | head`): nothing is left to say, to anyone.
    if (error.code === 'EPIPE') leave(CLOSED_PIPE)
    else throw error
  })
}

// Node ends with 1 after an uncaught error, which is what `check` says of findings.
process.on('uncaughtExceptionMonitor', () => {
  process.on('exit', () => {
    process.exitCode = EXIT.fault
  })
})

leave(await main(process.argv.slice(2), processIo(), packageJson.version))
