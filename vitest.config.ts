import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/long/**', 'test/oracle/live/**', '**/node_modules/**'],
    testTimeout: 30_000,
  },
})
