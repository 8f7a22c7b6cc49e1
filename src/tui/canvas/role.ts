/**
 * What a cell means, never how it looks: a theme gives each role its look. Colour is always the second carrier of a meaning;
 * the first is a glyph, a word or a place.
 */
export type Role =
  | 'plain'
  /** What is still while something else moves. */
  | 'quiet'
  | 'strong'
  | 'title'
  /** The attack and its tokens. */
  | 'attack'
  /** A fence that holds. */
  | 'holds'
  /** Native VLAN, and whatever asks for care. */
  | 'caution'
  /** Where the person is: the chosen line, the step that is shown. */
  | 'here'
  /** A key that can be pressed. */
  | 'key'
