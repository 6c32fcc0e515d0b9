/** A bound's value and its neighbours. */
export interface Step {
  readonly below: number
  readonly own: number
  readonly above: number
}

/** The most decimal places that a number can be printed with. */
const mostDecimals = 100

/** The values one step below and above a bound: a step of 1 or, unless only whole numbers occur, one of its last decimal place. */
export function stepOf(own: number, isWhole: boolean): Step {
  const decimals = isWhole ? 0 : decimalsOf(own)
  if (decimals === 0) return { below: own - 1, own, above: own + 1 }
  const step = 10 ** -decimals
  // Printed and read again, as 0.1 and 0.2 are not quite 0.3.
  const at = (value: number): number => Number(value.toFixed(decimals))
  return { below: at(own - step), own, above: at(own + step) }
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  const [, fraction = ''] = digits.split('.')
  return Math.min(Math.max(fraction.length - Number(exponent), 0), mostDecimals)
}
