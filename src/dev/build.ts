import { chmod, copyFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { evaluated } from './evaluated.ts'
import { leftOut } from './left-out.ts'
import { licenceTexts } from './licence-texts.ts'
import { textWidthFirst } from './text-width-first.ts'

/** The project's own folder. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What the bundled packages of the CommonJS kind expect to find. */
const REQUIRE = "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);"

/** The program, and what runs in threads of its own. */
const ENTRIES = ['src/cli.tsx', 'src/commands/check/worker.ts']

/**
 * Builds the program into `folder` as a split bundle: `cli.js` is small, and each dynamic import in the sources makes a chunk of
 * its own, loaded only by what needs it. Nothing of it needs an installed package. Gives what went into which file.
 */
export async function buildInto(folder: string): Promise<Metafile> {
  await rm(resolve(ROOT, folder), { recursive: true, force: true })
  const metafile = await bundle(ENTRIES, folder)
  await chmod(resolve(ROOT, folder, 'cli.js'), 0o755)
  await copyFile(resolve(ROOT, 'src/report/check.schema.json'), resolve(ROOT, folder, 'check.schema.json'))
  await writeFile(resolve(ROOT, folder, 'THIRD-PARTY-LICENSES.txt'), await licenceTexts(ROOT, metafile))
  return metafile
}

/** Bundles what these files of the project need, as the program is bundled. */
export async function bundle(entries: readonly string[], folder: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...entries],
    outdir: folder,
    bundle: true,
    splitting: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    legalComments: 'none',
    // Half the bytes to read at a start. Lines stay short: Node prints the whole line of an error.
    minifyWhitespace: true,
    lineLimit: 160,
    minifySyntax: true,
    logLevel: 'warning',
    banner: { js: REQUIRE },
    // Ink looks at DEV to load React's developer tools.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    plugins: [evaluated, leftOut, textWidthFirst],
  })
  return metafile
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInto('dist')
