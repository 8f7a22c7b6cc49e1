import type { Action } from '../content/film-spec.ts'
import { lessonWords } from '../words/lesson.ts'

/** How a film of this action is said to end. */
export function endSentence(action: Action, reached: boolean): string {
  const end = reached ? 'reached' : 'stopped'
  switch (action.do) {
    case 'attack':
      return lessonWords.end[end]
    case 'send':
      return lessonWords.sentEnd[end]
    case 'migrate':
      return action.relay ? lessonWords.tampered[end] : lessonWords.migrated[end]
    case 'negotiate':
      return lessonWords.negotiated[end]
  }
}
