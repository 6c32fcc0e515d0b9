import { type Exact, type Json, lowered } from '../../../sigma/index.ts'

/**
 * A number as an event holds it once it is read: a whole number beyond 2^53 as its digits, because a double would be
 * another number. Null for what JSON cannot write.
 */
export function numberAsRead(number: Exact): Json | null {
  if (typeof number === 'number') {
    if (!Number.isFinite(number)) return null
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? BigInt(number).toString() : number
  }
  const small = lowered(number)
  return typeof small === 'number' ? small : number.toString()
}

/** The same for a whole number given by its digits. */
export function numeralAsRead(digits: string): Json {
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : digits
}
