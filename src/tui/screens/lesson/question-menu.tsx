import { Menu, type MenuPlace } from '../../parts/menu.tsx'
import { useNavigation } from '../../shell/navigation.ts'
import { type Panel, pickAction } from './question.ts'
import type { StageProps } from './stage-props.ts'

type QuestionMenuProps = Pick<StageProps, 'state' | 'act'> & {
  readonly panel: Panel | null
  readonly place: MenuPlace | null
}

/** The menu of a question or of how sure one is; nothing where nothing is asked. */
export function QuestionMenu({ panel, place, state, act }: QuestionMenuProps) {
  const { active } = useNavigation()
  if (panel?.kind !== 'menu' || !place) return null
  return (
    <Menu
      key={panel.key}
      choices={panel.choices}
      place={place}
      active={active}
      onPick={(id) => act(pickAction(state, id))}
    />
  )
}
