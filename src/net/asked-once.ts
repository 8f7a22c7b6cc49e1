/** Fields that make no difference to how a network behaves: where something is written, and what people are told of it. */
const TOLD: ReadonlySet<string> = new Set(['sources', 'line', 'text', 'description'])
/** Fields that hold what a device is called, its own or where it is pointed at. */
const NAMING: ReadonlySet<string> = new Set(['name', 'device', 'host'])

/** Questions that are kept with their answers, of some KB each; the oldest is forgotten first. */
const MOST = 1_000

/**
 * Answers to questions about networks, worked out once for those that are alike: the switches of one site differ in little but
 * their names. The same question has the same answer, so whether it was asked before makes no difference.
 */
export class AskedOnce<T> {
  readonly #answers = new Map<string, T>()

  /**
   * The answer to this question, which is plain data and all that `work` rests on. Devices count by their places in `names`, in
   * whatever order they stand there; what lines and sentences say of a setting does not count, nor do fields called as `besides`.
   */
  ask(question: unknown, names: readonly string[], besides: readonly string[], work: () => T): T {
    const key = likeness(question, names, besides)
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    const answer = work()
    const [oldest] = this.#answers.size < MOST ? [] : this.#answers.keys()
    if (oldest !== undefined) this.#answers.delete(oldest)
    this.#answers.set(key, answer)
    return answer
  }
}

function likeness(question: unknown, names: readonly string[], besides: readonly string[]): string {
  const places = new Map(names.map((name, place) => [name, place]))
  return JSON.stringify(question, (field, value) => {
    if (TOLD.has(field) || besides.includes(field)) return undefined
    // The sources of a setting; the port that something comes from is called so too.
    if (field === 'from' && Array.isArray(value)) return undefined
    return NAMING.has(field) ? (places.get(value) ?? value) : value
  })
}
