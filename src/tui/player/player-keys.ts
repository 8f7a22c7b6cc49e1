import { isAtEnd, type Playback, type PlaybackAction, waitingAt } from '../../flow/playback.ts'
import { offWords } from '../../words/keys.ts'
import type { Bindings } from '../keys/key-table.ts'
import type { Detail } from './view.ts'

/** What keys do with a film. */
export type PlayerActs = {
  readonly dispatch: (action: PlaybackAction) => void
  /** The cells of one way, each a sub-step. */
  readonly cells: number
  /** Whether nothing runs by itself. */
  readonly still: boolean
  /** Looks at the hop this many further on; null while no frame is on its way. */
  readonly look: ((by: number) => void) | null
  /** Shows a detail, or what was shown before it; null where nothing would change. */
  readonly show: (detail: Detail) => (() => void) | null
  /** Asks for the number of a step. */
  readonly ask: () => void
}

/** The keys of a film that stands here, and why some do nothing. */
export function playerKeys(now: Playback, { dispatch, cells, still, look, show, ask }: PlayerActs): Bindings {
  const held = waitingAt(now) === null ? null : { off: offWords.question }
  const noFrame = { off: offWords.noFrame }
  const atStart = now.step === 0 && now.time === 0
  return {
    next: held ?? (isAtEnd(now) ? { off: offWords.lastStep } : () => dispatch({ do: 'next' })),
    back: atStart ? { off: offWords.firstStep } : () => dispatch({ do: 'back' }),
    play: held ?? (still ? { off: offWords.noMotion } : () => dispatch({ do: 'toggle' })),
    hop: look ? () => look(1) : noFrame,
    hopBack: look ? () => look(-1) : noFrame,
    bytes: show('bytes') ?? { off: offWords.isShown },
    why: show('why') ?? { off: offWords.isShown },
    faster: () => dispatch({ do: 'faster' }),
    slower: () => dispatch({ do: 'slower' }),
    restart: () => dispatch({ do: 'restart' }),
    subNext: () => dispatch({ do: 'sub-next', cells }),
    subBack: () => dispatch({ do: 'sub-back', cells }),
    goto: ask,
    first: () => dispatch({ do: 'restart' }),
    last: () => dispatch({ do: 'end' }),
    motion: () => dispatch({ do: 'motion' }),
    through: () => dispatch({ do: 'stopping' }),
  }
}
