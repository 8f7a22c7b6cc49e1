/**
 * Answers to questions about networks, worked out once for those that are alike: the switches of one site differ in little but
 * their names. The same question has the same answer, so whether it was asked before makes no difference.
 */
export class AskedOnce<T> {
  readonly #answers = new Map<string, T>()
  readonly #most: number

  /** Keeps as many answers, with a question of some KB each; the oldest is forgotten first. */
  constructor(most: number) {
    this.#most = most
  }

  /** The answer to this question, which says all that `work` rests on. */
  ask(question: string, work: () => T): T {
    const known = this.#answers.get(question)
    if (known !== undefined) return known
    const answer = work()
    const [oldest] = this.#answers.size < this.#most ? [] : this.#answers.keys()
    if (oldest !== undefined) this.#answers.delete(oldest)
    this.#answers.set(question, answer)
    return answer
  }
}
