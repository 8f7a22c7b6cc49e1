import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'

/**
 * Modules named `*.built.ts` are run when the program is built; in the bundle stand the values they export, as data. So lessons
 * are read and checked by the build, and what ships holds neither Markdown nor its reader. Their exports must be plain JSON.
 */
export const evaluated: Plugin = {
  name: 'evaluated',
  setup({ onLoad }) {
    onLoad({ filter: /\.built\.ts$/ }, async ({ path }) => {
      const exported: Record<string, unknown> = await import(pathToFileURL(path).href)
      const lines = Object.entries(exported).map(([name, value]) => {
        const json = JSON.stringify(JSON.stringify(value))
        return name === 'default'
          ? `export default JSON.parse(${json})`
          : `export const ${name} = JSON.parse(${json})`
      })
      return { contents: lines.join('\n'), loader: 'js' }
    })
  },
}
