import { isAtEnd, lastOpenStep, type Playback, type PlaybackAction, waitingAt } from '../../flow/playback.ts'
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
  /** Shows every step in a list. */
  readonly list: () => void
  /** Steps in which the attack acts, ascending. */
  readonly attacks: readonly number[]
}

/** The keys of a film that stands here, and why some do nothing. */
export function playerKeys(now: Playback, acts: PlayerActs): Bindings {
  const { dispatch, cells, still, look, show, ask, list, attacks } = acts
  const held = waitingAt(now) === null ? null : { off: offWords.question }
  const noFrame = { off: offWords.noFrame }
  const goTo = (step: number) => () => dispatch({ do: 'goto', step })
  const upTo = lastOpenStep(now)
  const further = attacks.find((step) => step > now.step && step <= upTo)
  const before = attacks.findLast((step) => step < now.step)
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
    attackNext: further === undefined ? { off: offWords.noAttackOn } : goTo(further),
    attackBack: before === undefined ? { off: offWords.noAttackBack } : goTo(before),
    steps: list,
    first: () => dispatch({ do: 'restart' }),
    last: () => dispatch({ do: 'end' }),
    motion: () => dispatch({ do: 'motion' }),
    through: () => dispatch({ do: 'stopping' }),
  }
}
