import { choice, exactly, noText, oneOf, repeated, type Shape, sequence } from './shape.ts'

const digits = '0123456789abcdef'

/**
 * The numerals without leading zeros, letters in lower case, of the whole numbers from `least` to `most`, in base 10 or
 * 16. `most` null: without end. Both at least 0.
 */
export function numeralsBetween(least: bigint, most: bigint | null, base: 10 | 16 = 10): Shape {
  if (most !== null && least > most) return noText
  if (most === null) {
    const width = spelled(least, base).length
    const longer = sequence(digit(1, base - 1), repeated(digit(0, base - 1), width, null))
    return choice(numeralsBetween(least, BigInt(base) ** BigInt(width) - 1n, base), longer)
  }
  const [low, high] = [spelled(least, base), spelled(most, base)]
  const options: Shape[] = []
  for (let width = low.length; width <= high.length; width += 1) {
    const from = width === low.length ? low : `1${'0'.repeat(width - 1)}`
    const to = width === high.length ? high : (digits[base - 1] ?? '').repeat(width)
    options.push(between(from, to, base))
  }
  return choice(...options)
}

/**
 * The numerals without leading zeros of the multiples of `step` from 0 to `most`, or without end where that is null; null where
 * the last two digits do not tell a multiple.
 */
export function multiplesUpTo(most: bigint | null, step: number): Shape | null {
  if (!Number.isInteger(step) || step < 1 || 100 % step !== 0) return null
  const below = (end: bigint) =>
    Array.from({ length: 100 / step }, (_, index) => index * step).filter((value) => BigInt(value) <= end)
  const small = choice(...below(most ?? 99n).map((value) => exactly(String(value))))
  const endings = (end: bigint) => choice(...below(end).map((value) => exactly(String(value).padStart(2, '0'))))
  if (most === null) return choice(small, sequence(numeralsBetween(1n, null), endings(99n)))
  const hundreds = most / 100n
  if (hundreds === 0n) return small
  return choice(
    small,
    sequence(numeralsBetween(1n, hundreds - 1n), endings(99n)),
    sequence(exactly(String(hundreds)), endings(most % 100n)),
  )
}

function spelled(value: bigint, base: number): string {
  return value.toString(base)
}

/** Numerals of one width between two of them. */
function between(from: string, to: string, base: number): Shape {
  const [low, high] = [digits.indexOf(from.charAt(0)), digits.indexOf(to.charAt(0))]
  const [restFrom, restTo] = [from.slice(1), to.slice(1)]
  if (from.length === 0) return sequence()
  if (from === to) return exactly(from)
  const first = '0'.repeat(restFrom.length)
  const last = (digits[base - 1] ?? '').repeat(restFrom.length)
  if (restFrom === first && restTo === last)
    return sequence(digit(low, high), repeated(digit(0, base - 1), first.length, first.length))
  if (low === high) return sequence(digit(low, low), between(restFrom, restTo, base))
  const inner =
    low + 1 <= high - 1
      ? [sequence(digit(low + 1, high - 1), repeated(digit(0, base - 1), first.length, first.length))]
      : []
  return choice(
    sequence(digit(low, low), between(restFrom, last, base)),
    ...inner,
    sequence(digit(high, high), between(first, restTo, base)),
  )
}

function digit(low: number, high: number): Shape {
  return oneOf(digits.slice(low, high + 1))
}
