import { type DeviceReading, portList } from '../config/index.ts'
import { readService } from '../flow/checklist/service-line.ts'
import type { ChecklistAction } from '../flow/checklist.ts'
import type { Service } from '../rules/site.ts'
import { plainWords } from '../words/plain.ts'
import { serviceWords } from '../words/services.ts'
import { askChoice, askLine, LEAVE, type Talk } from './prompt.ts'

/** Asks for the services that no fix may cut: one more, or one less. */
export async function servicesTurn(
  talk: Talk,
  reading: DeviceReading,
  known: readonly Service[],
): Promise<readonly ChecklistAction[]> {
  talk.page.say(serviceWords.says)
  const removals = known.map(({ name, vlan, ends }) =>
    plainWords.takeOut(serviceWords.service(name, vlan, portList(ends.map(({ port }) => port)))),
  )
  const chosen = known.length === 0 ? 0 : await askChoice(talk, [serviceWords.add, ...removals])
  if (chosen === LEAVE) return []
  const services =
    chosen === 0 ? await oneMore(talk, reading, known) : known.filter((_, index) => index !== chosen - 1)
  return services ? [{ do: 'services', services }] : []
}

async function oneMore(
  talk: Talk,
  reading: DeviceReading,
  known: readonly Service[],
): Promise<readonly Service[] | null> {
  for (;;) {
    const line = await askLine(talk, serviceWords.lineHelp)
    if (line === LEAVE || line.trim() === '') return null
    const read = readService(line, reading, known)
    if (!('wrong' in read)) return [...known, read]
    talk.page.say(serviceWords.trouble[read.wrong](read.part))
  }
}
