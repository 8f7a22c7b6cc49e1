import type { Answer } from './scenario.ts'

/** An answer as the drivers write it: JSON with a space behind every comma and colon, ASCII only. */
export function answerLine({ id, results }: Answer): string {
  const list = (items: readonly string[]) => `[${items.join(', ')}]`
  const text = (value: unknown) =>
    JSON.stringify(value).replace(
      /[\u007f-\uffff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  const each = results.map(
    ({ deliveries }) =>
      `{"deliveries": ${list(deliveries.map(([port, frame]) => list([text(port), text(frame)])))}}`,
  )
  return `{"id": ${text(id)}, "results": ${list(each)}}`
}
