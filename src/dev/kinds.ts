import {
  attackFile,
  checklistFile,
  commandFile,
  dialectFile,
  formatFile,
  lessonFile,
  ruleFile,
  screenFile,
} from './skeletons.ts'

/** A list that names every one of a kind, in a file of its room. */
export type KindList = {
  readonly path: string
  /** The type that each member is declared with: the law finds the members by it. */
  readonly type: string
  /** Folder of the members. */
  readonly folder: string
}

/** One kind of thing that is added as one new file. */
export type Kind = {
  /** What an id looks like, and a sentence that says so. */
  readonly id: RegExp
  readonly idLooksLike: string
  /** The file to begin, from the project's folder. */
  readonly file: (id: string) => { readonly path: string; readonly text: string }
  readonly list?: KindList
  /** What is left to do by hand, as sentences. */
  readonly next: readonly string[]
}

const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Everything that can be begun with `npm run new KIND ID`. */
export const KINDS: Readonly<Record<string, Kind>> = {
  lesson: {
    id: /^\d\d-[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    idLooksLike: 'a number of two digits and words: 12-voice-vlan',
    file: (id) => ({ path: `lessons/${id}.md`, text: lessonFile(id) }),
    next: [
      'Run npx vitest run --config .vitest.config.ts test/content; it names the file and line of what does not hold.',
    ],
  },
  checklist: {
    id: WORDS,
    idLooksLike: 'words with hyphens: voice-ports',
    file: (id) => ({ path: `checklists/${id}.md`, text: checklistFile(id) }),
    next: [
      'Run npx vitest run --config .vitest.config.ts test/content; it names the file and line of what does not hold.',
    ],
  },
  rule: {
    id: /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/,
    idLooksLike: 'a family and a name: access/unused',
    file: (id) => ({ path: `src/rules/${id.replace('/', '-')}.ts`, text: ruleFile(id) }),
    list: { path: 'src/rules/index.ts', type: 'Rule', folder: 'src/rules' },
    next: [
      'Write its idea, its words and its examples in place of those that stand there.',
      'Run npx vitest run --config .vitest.config.ts test/laws/rules.test.ts; the examples are the test.',
      'Then npx vitest run --config .vitest.config.ts -u test/commands/explain.test.ts writes its page into src/rules/RULES.md.',
    ],
  },
  attack: {
    id: WORDS,
    idLooksLike: 'words with hyphens: plain-tagging',
    file: (id) => ({ path: `src/attacks/${id}.ts`, text: attackFile(id) }),
    list: { path: 'src/attacks/index.ts', type: 'Attack', folder: 'src/attacks' },
    next: ['Add the id to AttackId in src/attacks/attack.ts.', 'Write test/attacks for where it reaches.'],
  },
  command: {
    id: WORDS,
    idLooksLike: 'one word: explain',
    file: (id) => ({ path: `src/commands/${id}.ts`, text: commandFile(id) }),
    list: { path: 'src/commands/index.ts', type: 'Command', folder: 'src/commands' },
    next: ['Write its work in a file of its own, loaded when the command is run.'],
  },
  format: {
    id: WORDS,
    idLooksLike: 'one word: checkstyle',
    file: (id) => ({ path: `src/report/${id}.ts`, text: formatFile(id) }),
    list: { path: 'src/report/index.ts', type: 'ReportFormat', folder: 'src/report' },
    next: [
      'Name it in the usage of src/commands/check.ts.',
      'Hold it against its schema in test/report/formats.test.ts, control bytes and broken files among the cases.',
    ],
  },
  screen: {
    id: WORDS,
    idLooksLike: 'words with hyphens: port-map',
    file: (id) => ({ path: `src/tui/screens/${id}.tsx`, text: screenFile(id) }),
    next: [
      'Add its place to Route in src/tui/shell/route.ts, and its line in src/tui/shell/screen-for.tsx.',
      'Add it to the screens of test/tui/screens.test.tsx; -u writes its goldens.',
    ],
  },
  dialect: {
    id: WORDS,
    idLooksLike: 'words with hyphens: aos-cx',
    file: (id) => ({ path: `src/config/${id}/dialect.ts`, text: dialectFile(id) }),
    next: [
      'Add its name to DialectName in src/config/reading.ts, and its line in src/config/dialects.ts, before IOS.',
      'Where no profile of src/net/profiles.ts is how it behaves, write one, and name it in its platform.',
      'Put pairs of files into test/config/ID: what is read and written again must be the same.',
    ],
  },
}
