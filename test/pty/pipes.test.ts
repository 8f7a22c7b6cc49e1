import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Runs the built program in a shell command, where `$PROGRAM` is it. */
function shell(command: string) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    env: { ...process.env, PROGRAM: `${process.execPath} ${CLI}` },
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stdout, stderr }
}

test('a reader that goes away ends it without a word', () => {
  expect(shell('{ $PROGRAM --help; echo "status $?" >&2; } | true').stderr).toBe('status 141\n')
  expect(shell('{ $PROGRAM nonsense 2>&1; echo "status $?" >&2; } | true').stderr).toMatch(
    /^status (141|2)\n$/,
  )
})

test.each([
  ['with nothing to read and nobody to see', '$PROGRAM < /dev/null | cat'],
  ['into a pipe', '$PROGRAM | cat'],
  ['from a pipe', 'echo | $PROGRAM'],
])('without a terminal (%s) it prints plain text and ends well', (_, command) => {
  const { status, stdout, stderr } = shell(command)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).not.toContain('\u001b')
  expect(stdout.split('\n').length).toBeGreaterThan(5)
})
