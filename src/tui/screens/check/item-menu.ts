import type { ItemStanding } from '../../../flow/checklist/standing.ts'
import type { ChecklistAction } from '../../../flow/checklist.ts'
import { checkWords } from '../../../words/check-screen.ts'
import type { Choice } from '../../parts/menu.tsx'

/** What can be done about an item; `type` and `close` are the screen's own. */
export type ItemDeed = ChecklistAction | { readonly do: 'type' } | { readonly do: 'close' }

type Offered = { readonly choice: Choice; readonly deed: ItemDeed }

/** The choices for an item as it stands: the fix first, where the simulator knows one. */
export function itemDeeds({ state, fix, cuts }: ItemStanding): Offered[] {
  const offer = (id: string, label: string, deed: ItemDeed): Offered => ({ choice: { id, label }, deed })
  const commands = fix.filter((line) => !/^interface /.test(line)).map((line) => line.trim())
  const fixLabel = checkWords.applyFix([...new Set(commands)])
  const cost = cuts.length > 0 ? ` ${checkWords.applyCuts(cuts)}` : ''
  return [
    ...(fix.length > 0 ? [offer('fix', fixLabel + cost, { do: 'edit', lines: fix })] : []),
    offer('type', checkWords.typeLines, { do: 'type' }),
    ...(state === 'yours' ? [offer('done', checkWords.done, { do: 'tick', tick: 'done' })] : []),
    ...(state === 'open' || state === 'yours'
      ? [offer('accepted', checkWords.accepted, { do: 'tick', tick: 'accepted' })]
      : []),
    ...(state === 'done' || state === 'accepted'
      ? [offer('back', checkWords.takeBack, { do: 'tick', tick: null })]
      : []),
    offer('close', checkWords.backToList, { do: 'close' }),
  ]
}
