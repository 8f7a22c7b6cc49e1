import { ATTACK_NAMES } from './attacks.ts'

/** A device's message as a sentence among others: its own full stop, or one of ours. */
function ended(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}

/** What stands around a checklist in lines of text. A translation is a file like this one. */
export const CHECKLIST_WORDS = {
  source: 'The path of a configuration ("show running-config" as text) and Enter; q leads back.',
  device: 'The file holds several devices. Which one?',
  resume: 'There is a draft of this checklist on this file. Go on with it?',
  resumeChoices: ['Go on with the draft', 'Start again'],
  changedFile: 'The file has changed since the draft. The commands are put on top of it as it is now.',
  whatHangs: (ports: string) => `What hangs on ${ports}?`,
  equal: (count: number) => `${count} ports that are set alike: one answer counts for all.`,
  described: (texts: readonly string[]) => `Described as: ${texts.join('; ')}.`,
  suggests: 'as the description suggests',
  purpose: {
    host: 'a host: a computer, a printer, anything at a desk',
    uplink: 'another switch or a router',
    hypervisor: 'a hypervisor: many machines behind one port',
    phone: 'a phone, maybe with a computer behind it',
    unused: 'nothing',
  },
  unasked: 'I cannot say',
  item: (number: number, of: number, group: string) => `Item ${number} of ${of}. ${group}.`,
  why: (text: string) => `Why: ${text}`,
  cost: (text: string) => `Cost: ${text}`,
  state: {
    holds: 'State: holds. No rule finds anything, and no attack gets through.',
    open: 'State: open.',
    yours: 'State: yours. Nothing here can check it; look, and tick it.',
    done: 'State: done. You ticked it.',
    accepted: 'State: left open on purpose.',
  },
  finding: (ports: string, message: string) => `Found on ${ports}: ${message}`,
  judged: {
    works: (attack: string) => `Attacked in simulation, ${attack} works.`,
    blocked: (attack: string) => `Attacked in simulation, ${attack} is blocked: advice.`,
    depends: (attack: string, on: string) => `Attacked in simulation, ${attack} depends on ${on}.`,
    unsure: (attack: string) =>
      `Whether ${attack} works is unsure: it rests on lines that were not understood.`,
  },
  fix: 'Lines that would settle it:',
  mayCut: (why: string) => `May cut: ${why}`,
  cuts: (names: readonly string[]) => `They would cut: ${names.join(', ')}.`,
  stateShort: {
    holds: 'holds',
    open: 'open',
    yours: 'yours to look at',
    done: 'done',
    accepted: 'left open on purpose',
  },
  listed: (id: string, state: string) => `${id}: ${state}`,
  lastItem: 'That was the last item: i lists them all, x saves.',
  keys: 'Enter next, b back, f types the fix, t ticks, x saves, ? names every key, q leaves.',
  allKeys:
    'Enter goes to the next item, b back, i lists them all. f types the fix, e takes lines of your own, u undoes the last, h tells the history. t ticks an item, l leaves it open on purpose. p asks about the ports again, s names services that must keep working. v tells all verdicts, w tells an attack step by step, x saves, q leaves; everything is kept.',
  edit: 'Type lines, "interface ..." among them. An empty line puts them to the switch.',
  refused: (line: string, answer: string) =>
    `The switch refuses "${line.trim()}": ${ended(answer)} Nothing was changed.`,
  taken: (count: number) => (count === 1 ? 'One command so far.' : `${count} commands so far.`),
  nothingToFix: 'There is nothing to fix here.',
  verdicts: 'Every attack on every port, as the configuration stands:',
  row: (ports: string, purpose: string) => `${ports}${purpose === '' ? '' : `, ${purpose}`}:`,
  cell: (attack: string, verdict: string, vlan: number | null) =>
    vlan === null ? `${attack} ${verdict}` : `${attack} ${verdict} into VLAN ${vlan}`,
  verdict: { works: 'WORKS', blocked: 'blocked', depends: 'depends', unsure: 'unsure' },
  attack: ATTACK_NAMES,
  service: (name: string, works: boolean) => `Service ${name}: ${works ? 'works' : 'DOWN'}.`,
  noRows: 'No port here can hold an attacker.',
  watch: 'Which attack?',
  whichVlan: 'Into which VLAN?',
  target: (vlan: number, verdict: string) => `VLAN ${vlan}: ${verdict}`,
  before: (step: number) => `Before your changes it went another way from step ${step} on:`,
  nothingToWatch: 'There is no attack to run on this configuration.',
  save: 'What is to be written?',
  saveChoices: [
    'The whole configuration with the changes in it',
    'The commands to type, as a patch',
    'The commands that lead back',
    'Nothing',
  ],
  saveAs: 'To which file?',
  exists: (path: string) => `${path} exists.`,
  replaceChoices: ['Replace it', 'Leave it'],
  saved: (path: string) => `Written: ${path}`,
  nothingToSave: 'Nothing has been changed.',
  kept: 'The draft is kept.',
} as const
