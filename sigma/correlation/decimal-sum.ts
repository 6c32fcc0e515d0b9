/** A sum of numbers that come and go, free of rounding: equal numbers in any order give the same sum. */
export interface DecimalSum {
  readonly add: (value: number) => void
  readonly subtract: (value: number) => void
  readonly total: () => number
  /** The total divided by a whole number over 0. */
  readonly share: (count: number) => number
}

/** Digits after the point that a quotient is computed with, beside those of the sum. */
const quotientDigits = 25

/**
 * Sums numbers as the decimals they are written as: a window that slides over 0.1 and 0.2 has exactly 0.3 in it, whatever
 * was in it before.
 */
export function decimalSum(): DecimalSum {
  let units = 0n
  /** The unit is 10 to the power of minus this. */
  let scale = 0

  const change = (value: number, sign: bigint): void => {
    const decimal = decimalOf(value)
    if (decimal.scale > scale) {
      units *= 10n ** BigInt(decimal.scale - scale)
      scale = decimal.scale
    }
    units += sign * decimal.units * 10n ** BigInt(scale - decimal.scale)
  }

  return {
    add: (value) => change(value, 1n),
    subtract: (value) => change(value, -1n),
    total: () => Number(`${units}e-${scale}`),
    share: (count) => Number(`${(units * 10n ** BigInt(quotientDigits)) / BigInt(count)}e-${scale + quotientDigits}`),
  }
}

function decimalOf(value: number): { readonly units: bigint; readonly scale: number } {
  if (Number.isSafeInteger(value)) return { units: BigInt(value), scale: 0 }
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = digits.split('.')
  const scale = fraction.length - Number(exponent)
  const units = BigInt(whole + fraction)
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 }
}
