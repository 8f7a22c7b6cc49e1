import { defineConfig } from 'vitest/config'

/** Tests of the program as it ships, which need it built. */
const BUILT = ['test/pty/**/*.test.ts', 'test/pack/**/*.test.ts']
/** Tests that take minutes; `npm run test:long` runs these and no others. */
const LONG = ['test/long/**/*.test.ts']
/** Tests against switches of others; `npm run test:oracle` runs these and no others. */
const ORACLE = ['test/oracle/live/**/*.test.ts']

export default defineConfig(({ mode }) => {
  const testTimeout = 30_000
  if (mode === 'long') {
    return { test: { include: LONG, globalSetup: 'test/support/build.ts', testTimeout: 60 * 60_000 } }
  }
  if (mode === 'oracle') return { test: { include: ORACLE, testTimeout: 20 * 60_000 } }
  return {
    test: {
      projects: [
        {
          test: {
            name: 'sources',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: [...BUILT, ...LONG, ...ORACLE],
            testTimeout,
          },
        },
        { test: { name: 'built', include: BUILT, globalSetup: 'test/support/build.ts', testTimeout } },
      ],
    },
  }
})
