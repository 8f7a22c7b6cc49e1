import type { ReportFormat } from './checked.ts'
import { github } from './github.ts'
import { human } from './human.ts'
import { json, jsonl } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'

/** Every output format by the name that `--format` takes. */
export const FORMATS = { human, json, jsonl, sarif, junit, github, markdown } as const satisfies Readonly<
  Record<string, ReportFormat>
>

export type FormatName = keyof typeof FORMATS
