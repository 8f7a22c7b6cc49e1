/** Reads a JSON value of unknown origin into a `T`; `undefined` where it is not one. */
export type Decoder<T> = (value: unknown) => T | undefined

/** Any string; any truth value. */
export const text: Decoder<string> = (value) => (typeof value === 'string' ? value : undefined)
export const flag: Decoder<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)
/** A number that JSON can hold, so never NaN or infinite. */
export const number: Decoder<number> = (value) => (Number.isFinite(value) ? (value as number) : undefined)

/** One of these values and nothing else; `null` may be among them. */
export function oneOf<const T extends string | number | boolean | null>(...values: readonly T[]): Decoder<T> {
  return (value) => values.find((each) => each === value)
}

/** What the first decoder takes, else what the second does. */
export function either<A, B>(first: Decoder<A>, second: Decoder<B>): Decoder<A | B> {
  return (value) => {
    const read = first(value)
    return read === undefined ? second(value) : read
  }
}

/** A list whose every member is taken. */
export function listOf<T>(member: Decoder<T>): Decoder<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined
    const read = value.map(member)
    return read.includes(undefined) ? undefined : (read as T[])
  }
}

/** An object used as a table: any names, every value taken. */
export function tableOf<T>(member: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value) => {
    if (!isObject(value)) return undefined
    const read = Object.entries(value).map(([name, each]) => [name, member(each)] as const)
    return read.some(([, each]) => each === undefined)
      ? undefined
      : (Object.fromEntries(read) as Record<string, T>)
  }
}

/** An object with these fields, all of them taken. Fields beside them are dropped. */
export function shape<T extends object>(fields: { readonly [K in keyof T]-?: Decoder<T[K]> }): Decoder<T> {
  return (value) => {
    if (!isObject(value)) return undefined
    const read = Object.entries<Decoder<unknown>>(fields).map(([name, field]) => [name, field(value[name])])
    return read.some(([, each]) => each === undefined) ? undefined : (Object.fromEntries(read) as T)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
