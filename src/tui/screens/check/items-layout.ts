import type { Rect } from '../../canvas/canvas.ts'

/** Where the panes of a checklist stand. */
export type ItemsLayout = {
  readonly list: Rect
  /** What was changed; null while nothing was, and the list has its room. */
  readonly changes: Rect | null
  readonly verdicts: Rect
  /** What is said about the item, or what can be done about it. */
  readonly below: Rect
}

const LEAST_LOWER = 8
const LEAST_LIST = 7
const LEAST_VERDICTS = 5
/** The list's part of the width beside what was changed. */
const LIST_SHARE = 0.55
/** Rows of a pane that are no line of it: its frame, and the names of its columns. */
const PANE = 3

/** The panes of a checklist within a screen's room; `verdicts` is how many lines their pane has. */
export function itemsLayout(room: Rect, verdicts: number, hasChanges: boolean): ItemsLayout {
  const lower = Math.max(LEAST_LOWER, Math.floor(room.height / 4))
  const middle = Math.min(verdicts + PANE, Math.max(LEAST_VERDICTS, room.height - lower - LEAST_LIST))
  const upper = room.height - lower - middle
  const left = hasChanges ? Math.floor(room.width * LIST_SHARE) : room.width
  return {
    list: { ...room, height: upper, width: left },
    changes: hasChanges ? { ...room, x: room.x + left, width: room.width - left, height: upper } : null,
    verdicts: { ...room, y: room.y + upper, height: middle },
    below: { x: room.x + 1, y: room.y + upper + middle, width: room.width - 2, height: lower },
  }
}
