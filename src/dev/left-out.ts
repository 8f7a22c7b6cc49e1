import type { Plugin } from 'esbuild'

/** Packages that ours name and never use here; each stands in the bundle as a few names that fail when they are. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  // Ink loads React's developer tools only where DEV is set when it is built.
  'react-devtools-core': 'export default {}',
  // conf checks against a schema, and migrates by versions, only where it is given some; our forms do both. A third of a megabyte.
  'ajv/dist/2020.js': 'export class Ajv2020 { constructor() { throw new Error("ajv is left out") } }',
  'ajv-formats': 'export default () => { throw new Error("ajv-formats is left out") }',
  semver: 'export default {}',
}

/** Leaves out of the bundle what would be loaded at every start for nothing. */
export const leftOut: Plugin = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path }) =>
      Object.hasOwn(LEFT_OUT, path) ? { path, namespace: 'left-out' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: LEFT_OUT[path] ?? '',
      loader: 'js',
    }))
  },
}
