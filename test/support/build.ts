import { buildInto } from '../../src/dev/build.ts'

/** Builds the program once, before the tests of the program as it ships. */
export default async function setup(): Promise<void> {
  await buildInto('dist')
}
