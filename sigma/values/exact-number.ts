/**
 * A number as it is compared: a whole number beyond 2^53, where doubles have gaps, is a BigInt. The comparison operators
 * take both kinds together and never round; equality does not, see {@link isSame}.
 */
export type Exact = number | bigint

/** Spellings of whole numbers: in decimal, hexadecimal and octal, as YAML 1.2 has them. */
const whole = /^[-+]?\d+$|^0x[0-9a-fA-F]+$|^0o[0-7]+$/

/** More digits than any number that a rule or an event means; a hostile text would cost as much as its square. */
const longestNumeral = 400

/** The number of this value and spelling, without what the value has lost. */
export function exactOf({ value, spelling }: { readonly value: number; readonly spelling: string }): Exact {
  if (Number.isSafeInteger(value) || spelling.length > longestNumeral || !whole.test(spelling)) return value
  const digits = spelling.replace(/^[-+]/, '')
  return spelling.startsWith('-') ? -BigInt(digits) : BigInt(digits)
}

/** Whether two numbers are one. */
export function isSame(one: Exact, other: Exact): boolean {
  return one <= other && one >= other
}

/** The number `by` further on, which may be less than none. */
export function movedBy(number: Exact, by: number): Exact {
  if (typeof number === 'bigint') return lowered(number + BigInt(by))
  const moved = number + by
  return Number.isInteger(number) && !Number.isSafeInteger(moved) ? lowered(BigInt(number) + BigInt(by)) : moved
}

/** A whole number as a double where that has all of it. */
export function lowered(number: bigint): Exact {
  const double = Number(number)
  return Number.isSafeInteger(double) ? double : number
}
