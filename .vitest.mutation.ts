import { defineConfig } from 'vitest/config'

/**
 * The tests that `npm run test:mutation` (.stryker.json) holds against changed decisions: only quick ones, which each mutant can be
 * asked. The random laws and the recorded answers of real switches come on top in `npm test`.
 */
export default defineConfig({
  test: {
    include: [
      'address-rules',
      'bridge',
      'bridge-story',
      'bundling',
      'dtp',
      'dtp-decisions',
      'dtp-frame',
      'dtp-story',
      'dtp-timers',
      'forward-delay',
      'inconsistent-ends',
      'measured',
      'native-mismatch',
      'path-cost',
      'per-vlan',
      'port-channel',
      'spanning-tree',
      'spoofed-trunk',
      'switch-parts',
      'tally',
      'topology-change',
      'tree-links',
      'trees-seen',
      'trunk-groups',
    ].map((name) => `test/net/${name}.test.ts`),
    testTimeout: 60_000,
  },
})
