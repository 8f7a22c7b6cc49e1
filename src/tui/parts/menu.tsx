import SelectInput from 'ink-select-input'

/** One choice of a menu; ids are strings and unique within it. */
export type Choice = { readonly id: string; readonly label: string }

/** A vertical menu. While it has the focus, j, k, the arrows, digits and Enter are its own. */
export function Menu({ choices, onPick }: { choices: readonly Choice[]; onPick: (id: string) => void }) {
  const items = choices.map(({ id, label }) => ({ key: id, value: id, label }))
  return <SelectInput items={items} onSelect={({ value }) => onPick(value)} />
}
