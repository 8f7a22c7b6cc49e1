import { UnreadableConfig } from '../config/index.ts'
import type { Checklist } from '../content/checklist.ts'
import { CHECKLISTS } from '../content/checklists.built.ts'
import { BadUse } from '../edge/bad-use.ts'
import { asksPlatform, IOS_PLATFORMS } from '../flow/checklist/platforms.ts'
import { PROFILES } from '../net/profiles.ts'
import {
  BLANKS,
  blankOf,
  type CheckSource,
  draftFrame,
  onPlatform,
  sourceFromNothing,
  sourcesIn,
  type TakenUp,
  takeUp,
} from '../progress/check-source.ts'
import type { DraftKey } from '../progress/draft.ts'
import { checkWords } from '../words/check-screen.ts'
import { checklistWords } from '../words/checklist.ts'
import { checklistSession } from './checklist-session.ts'
import { askChoice, askLine, LEAVE, type Talk } from './prompt.ts'
import type { Sitting } from './sitting.ts'

/** Checks a switch with a checklist: one that is asked for, or the one of an unfinished draft. */
export async function checkSession(sitting: Sitting, draft?: DraftKey): Promise<void> {
  const { page } = sitting
  const checklist = draft
    ? CHECKLISTS.find(({ id }) => id === draft.checklist)
    : await whichChecklist(sitting)
  if (!checklist) return
  page.heading(checklist.title, '=')
  page.say(checklist.about)
  const taken = draft ? await fromDraft(sitting, checklist, draft) : await askSource(sitting, checklist)
  if (taken !== LEAVE) await checklistSession(sitting, taken)
}

async function whichChecklist(talk: Talk): Promise<Checklist | undefined> {
  if (CHECKLISTS.length < 2) return CHECKLISTS[0]
  const chosen = await askChoice(
    talk,
    CHECKLISTS.map(({ title }) => title),
  )
  return chosen === LEAVE ? undefined : CHECKLISTS[chosen]
}

/** Asks where the switch comes from: a file, an unfinished draft, or nothing. */
async function askSource(sitting: Sitting, checklist: Checklist): Promise<TakenUp | typeof LEAVE> {
  const { page, store } = sitting
  page.say(checkWords.begins)
  const drafts = store.drafts().filter((draft) => draft.checklist === checklist.id)
  const ways = [
    { label: checkWords.fromFile, go: () => askFile(sitting, checklist) },
    ...drafts.map((draft) => ({
      label: checkWords.goOn(draft.path || checkWords.noPath, draft.device, draft.edits.length),
      go: () => fromDraft(sitting, checklist, draft),
    })),
    ...BLANKS.map((blank) => ({
      label: checkWords.fromNothing(PROFILES[blank.profile].title, blank.ports),
      go: () => begin(sitting, sourceFromNothing(blank, checklist)),
    })),
  ]
  const chosen = await askChoice(
    sitting,
    ways.map(({ label }) => label),
    0,
  )
  const way = chosen === LEAVE ? undefined : ways[chosen]
  return way ? await way.go() : LEAVE
}

/** Asks for a path until a file is there that can be read. */
async function askFile(sitting: Sitting, checklist: Checklist): Promise<TakenUp | typeof LEAVE> {
  for (;;) {
    const line = await askLine(sitting, checklistWords.source)
    if (line === LEAVE) return LEAVE
    const sources = line.trim() === '' ? [] : await sourcesAt(sitting, checklist, line.trim())
    if (sources.length === 0) continue
    const source = await whichDevice(sitting, sources)
    return source ? await begin(sitting, source) : LEAVE
  }
}

/** What a file holds; none where it cannot be used, after saying why. */
async function sourcesAt({ page, io }: Sitting, checklist: Checklist, path: string): Promise<CheckSource[]> {
  try {
    return await sourcesIn(path, checklist, io)
  } catch (error) {
    if (!(error instanceof BadUse || error instanceof UnreadableConfig)) throw error
    page.say(error.message)
    return []
  }
}

async function whichDevice(talk: Talk, sources: readonly CheckSource[]): Promise<CheckSource | undefined> {
  if (sources.length < 2) return sources[0]
  talk.page.say(checklistWords.device)
  const chosen = await askChoice(
    talk,
    sources.map(({ work }) => work.before.name),
  )
  return chosen === LEAVE ? undefined : sources[chosen]
}

/** Begins with a switch: on with its draft where there is one, else with its platform where nothing says it. */
async function begin(sitting: Sitting, source: CheckSource): Promise<TakenUp | typeof LEAVE> {
  const { page, store } = sitting
  const draft = store.draft(draftFrame(source).key)
  if (draft) {
    page.say(checklistWords.resume)
    const chosen = await askChoice(sitting, checklistWords.resumeChoices, 0)
    if (chosen === LEAVE) return LEAVE
    if (chosen === 0) return takeUp(source, draft)
  }
  return asksPlatform(source.work.before) ? await askPlatform(sitting, source) : takeUp(source, null)
}

async function askPlatform(talk: Talk, source: CheckSource): Promise<TakenUp | typeof LEAVE> {
  talk.page.say(checkWords.whichPlatform)
  const titles = IOS_PLATFORMS.map((name) => PROFILES[name].title)
  const chosen = await askChoice(talk, [...titles, checkWords.unasked])
  if (chosen === LEAVE) return LEAVE
  const profile = IOS_PLATFORMS[chosen]
  return takeUp(profile ? onPlatform(source, profile) : source, null)
}

async function fromDraft(
  sitting: Sitting,
  checklist: Checklist,
  key: DraftKey,
): Promise<TakenUp | typeof LEAVE> {
  const draft = sitting.store.draft(key)
  if (key.path === '') return takeUp(sourceFromNothing(blankOf(draft), checklist), draft)
  const sources = await sourcesAt(sitting, checklist, key.path)
  const meant = sources.find(({ work }) => work.before.name === key.device)
  if (meant) return takeUp(meant, draft)
  const other = await whichDevice(sitting, sources)
  return other ? await begin(sitting, other) : LEAVE
}
