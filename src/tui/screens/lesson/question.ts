import type { Film } from '../../../flow/film.ts'
import { CONFIDENCES, feedbackOn, type Given } from '../../../flow/lesson/feedback.ts'
import type { PlacedQuestion, PreparedLesson } from '../../../flow/lesson/prepare.ts'
import { type LessonAction, type LessonState, questionAt } from '../../../flow/lesson.ts'
import { confidenceWords, lessonWords } from '../../../words/lesson.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import { tell } from '../../../words/tell.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import type { Choice, MenuPlace } from '../../parts/menu.tsx'
import { drawLabelled, type Labelled, labelledHeight } from './labelled.ts'

/** The id of the choice that is no answer. */
const DONT_KNOW = 'none'
/** Columns of text in the panel at 80x24; wider ones would be cut there. */
const QUESTION_WIDTH = 72

/** What the lower part of a lesson's screen shows: a menu below a question, or what follows an answer. */
export type Panel =
  | {
      readonly kind: 'menu'
      /** Names the question, so that no line of one menu survives into the next. */
      readonly key: string
      readonly title: string
      readonly head: readonly string[]
      readonly choices: readonly Choice[]
    }
  | {
      readonly kind: 'feedback'
      readonly title: string
      readonly texts: readonly Labelled[]
      readonly replay: number | null
      readonly film: Film
    }

function feedbackPanel(question: PlacedQuestion, given: Given): Panel {
  const feedback = feedbackOn(question, given.choice)
  const { said, right, isRight } = feedback
  const sure = said ? `  (${confidenceWords[given.confidence]})` : ''
  const texts: Labelled[] = [
    {
      label: lessonScreenWords.youSaid,
      text: `${isRight ? '✓ ' : said ? '✗ ' : ''}${said?.text ?? lessonWords.dontKnow}${sure}`,
      role: isRight ? 'holds' : 'attack',
    },
    ...(isRight ? [] : [{ label: lessonScreenWords.happened, text: right.text, role: 'strong' } as const]),
    ...(said && !isRight ? [{ label: lessonScreenWords.because, text: said.refuted }] : []),
    ...(question.gate === null
      ? []
      : [{ label: lessonScreenWords.shown, text: tell(question.film.trace, feedback.happened) }]),
    { label: lessonScreenWords.rule, text: feedback.rule },
    {
      label: '',
      text:
        question.gate === null
          ? lessonScreenWords.afterLoose
          : `${isRight || !said ? '' : `${lessonScreenWords.parts(feedback.replay + 1)} `}${lessonScreenWords.afterAnswer}`,
      role: 'quiet',
    },
  ]
  return {
    kind: 'feedback',
    title: '',
    texts,
    replay: question.gate === null ? null : feedback.replay,
    film: question.film,
  }
}

/** The panel for where someone is in a lesson; null while nothing is asked or told. */
export function panelFor(play: PreparedLesson, state: LessonState): Panel | null {
  const question = questionAt(play, state)
  return question && panelOf(question, state.doing, state.given[question.prediction.id] ?? null)
}

const NOTHING_GIVEN: Given = { choice: null, confidence: 'guess' }

/** The panel of a question: the question itself, how sure one is, or what follows the answer that was given. */
export function panelOf(question: PlacedQuestion, doing: string, given: Given | null): Panel | null {
  const { prediction, gate } = question
  const title = gate === null ? lessonScreenWords.question : lessonScreenWords.before
  switch (doing) {
    case 'asked':
      return {
        kind: 'menu',
        key: prediction.id,
        title,
        head: wrap(prediction.question, QUESTION_WIDTH),
        choices: [
          ...prediction.answers.map(({ id, text }, i) => ({ id, label: `${i + 1}  ${text}` })),
          { id: DONT_KNOW, label: `${prediction.answers.length + 1}  ${lessonWords.dontKnow}` },
        ],
      }
    case 'choosing-confidence':
      return {
        kind: 'menu',
        key: `${prediction.id}.sure`,
        title,
        head: [lessonWords.howSure],
        choices: CONFIDENCES.map((id, i) => ({ id, label: `${i + 1}  ${confidenceWords[id]}` })),
      }
    case 'told':
      return feedbackPanel(question, given ?? NOTHING_GIVEN)
    default:
      return null
  }
}

/** What choosing a line of a panel's menu does, in a lesson and in a review. */
export function pickAction(
  { doing }: { readonly doing: string },
  id: string,
): Extract<LessonAction, { do: 'choose' | 'confidence' }> {
  const confidence = CONFIDENCES.find((each) => each === id)
  return doing === 'choosing-confidence' && confidence
    ? { do: 'confidence', confidence }
    : { do: 'choose', answer: id === DONT_KNOW ? null : id }
}

/** Rows a panel needs, its frame included. */
export function panelHeight(panel: Panel, width: number): number {
  return panel.kind === 'menu'
    ? panel.head.length + panel.choices.length + 2
    : labelledHeight(panel.texts, width - 4) + 2
}

/** Draws a panel; gives the place of its menu, if it has one. */
export function drawPanel(canvas: Canvas, rect: Rect, panel: Panel, title: string): MenuPlace | null {
  const inner = canvas.frame(rect, { title, role: 'plain' })
  const room = { ...inner, x: inner.x + 1, width: inner.width - 2 }
  if (panel.kind === 'feedback') {
    drawLabelled(canvas, room, panel.texts)
    return null
  }
  canvas.lines(room.x, room.y, panel.head, 'strong', room.width)
  const top = panel.head.length
  return { x: room.x, y: room.y + top, width: room.width, height: room.height - top }
}
