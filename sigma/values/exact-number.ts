/**
 * A number as it is compared: a whole number beyond 2^53, where doubles have gaps, is a BigInt. The comparison operators
 * take both kinds together and never round; equality does not, see {@link isSame}.
 */
export type Exact = number | bigint

/** Spellings of whole numbers: in hexadecimal and octal, as YAML 1.2 has them. */
const inOtherBase = /^0x[0-9a-fA-F]+$|^0o[0-7]+$/

/** A decimal with or without fraction and exponent. */
const decimal = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,6}))?$/

/** More digits than any number that a rule or an event means; a hostile text would cost as much as its square. */
const longestNumeral = 400

/** The number of this value and spelling, without what the value has lost. */
export function exactOf({ value, spelling }: { readonly value: number; readonly spelling: string }): Exact {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER || spelling.length > longestNumeral) return value
  if (inOtherBase.test(spelling)) return BigInt(spelling)
  const [, sign, whole = '', fraction = '', exponent = '0'] = decimal.exec(spelling) ?? []
  const places = fraction.replace(/0+$/, '')
  const zeros = Number(exponent) - places.length
  if (sign === undefined || zeros < -longestNumeral || zeros > longestNumeral) return value
  const digits = (whole + places).padEnd(whole.length + places.length + Math.max(0, zeros), '0')
  const kept = zeros < 0 ? digits.slice(0, zeros) : digits
  // What is cut off by a negative exponent has to be nothing, or the number is no whole one.
  if (zeros < 0 && /[1-9]/.test(digits.slice(zeros))) return value
  return sign === '-' ? -BigInt(kept) : BigInt(kept)
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
