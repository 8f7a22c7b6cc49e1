import { createContext, type RefObject, useContext, useLayoutEffect } from 'react'
import { type Term, termsIn } from '../../words/glossary.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { type Bindings, ELSEWHERE, type KeyOwner } from '../keys/key-table.ts'
import type { Route } from './route.ts'

/** What a screen offers by keys at this moment: read by the one listener for keys, and by the help. */
export type Offer = { readonly bindings: Bindings; readonly owner: KeyOwner }

/** How screens reach the app around them. */
export type Navigation = {
  readonly open: (route: Route) => void
  readonly leave: () => void
  readonly quit: () => void
  /** Whether this screen is the one on top: a covered one keeps its place and stands still. */
  readonly active: boolean
  /** Where this screen says what it offers. */
  readonly offer: RefObject<Offer>
  /** What this screen has drawn last: the glossary begins at the terms in it. */
  readonly picture: RefObject<Canvas | null>
}

const nowhere = () => {}

export const NavigationContext = createContext<Navigation>({
  open: nowhere,
  leave: nowhere,
  quit: nowhere,
  active: true,
  offer: { current: { bindings: {}, owner: 'screen' } },
  picture: { current: null },
})

/** The app around this screen. */
export function useNavigation(): Navigation {
  return useContext(NavigationContext)
}

/**
 * Says which keys this screen offers now, and gives them with the ones every screen has. The listener is the app's: a key reaches
 * one screen only, the one on top.
 */
export function useKeys(own: Bindings, owner: KeyOwner = 'screen'): Bindings {
  const { leave, open, quit, offer, picture } = useNavigation()
  const help = own.help ?? (() => open({ at: 'help', offer: offer.current }))
  const back = { leave: own.leave ?? leave }
  const terms = own.terms ?? (() => open({ at: 'glossary', terms: termsOn(picture.current) }))
  const bindings: Bindings =
    owner === 'field'
      ? { take: ELSEWHERE, ...taken(own), ...back }
      : { ...(owner === 'menu' ? { pick: ELSEWHERE } : {}), ...own, ...back, terms, help, quit }
  useLayoutEffect(() => {
    offer.current = { bindings, owner }
  })
  return bindings
}

/** Of these actions those that the part with the focus takes by itself: a field has all keys but Esc. */
function taken(own: Bindings): Bindings {
  return Object.fromEntries(Object.entries(own).filter(([, binding]) => binding === ELSEWHERE))
}

/** The terms of the trade that stand in a picture, in the order of reading; one that a line's end cuts in two is found too. */
function termsOn(picture: Canvas | null): readonly Term[] {
  return termsIn((picture?.toString() ?? '').replace(/[│\s]+/g, ' '))
}
