import type { Json } from '../events/event.ts'
import { type Exact, exactOf } from './exact-number.ts'

/**
 * The text under which an event value is compared (semantics 3.3): a number in its shortest decimal form, integers
 * without exponent; a boolean as `true` or `false`; null for null, lists and objects, which have no text.
 */
export function textOf(value: Json): string | null {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      return Math.abs(value) >= 1e21 && Number.isInteger(value) ? BigInt(value).toString() : String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    default:
      return null
  }
}

const numberShape = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * The number that an event value is: a JSON number, or text of exactly that shape (semantics 3.4), of which a whole number
 * keeps every digit; else null. Whoever reads JSON hands whole numbers beyond 2^53 over as their digits.
 */
export function numberOf(value: Json): Exact | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || !numberShape.test(value)) return null
  return exactOf({ value: Number(value), spelling: value })
}
