/** Arguments or input that cannot be taken, with one sentence for people: what is wrong and what to do. Ends with status 2. */
export class BadUse extends Error {
  override readonly name = 'BadUse'
}
