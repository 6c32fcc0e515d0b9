import type { Json } from '../../../sigma/index.ts'
import { acceptsText, type Machine } from '../language/index.ts'

/** What a field can hold. */
export interface Domain {
  /** Values to be looked at one by one. */
  readonly values: readonly Json[]
  /** Texts: any, those of a machine, or none. */
  readonly texts: Machine | 'any' | 'none'
  /** The texts are addresses in Sysmon's spelling. */
  readonly isAddress: boolean
  /** Whole numbers whose numeral the machine accepts; null for none. */
  readonly wholeNumbers: Machine | null
  readonly absent: boolean
  readonly null: boolean
  /** A list of values: each leaf may find a member of its own. */
  readonly lists: boolean
  /** Why it is not everything, with the fact that says so; null where it is. */
  readonly why: string | null
}

/** Whatever JSON can hold: the world of logic. A text stands for the number and the boolean of that text. */
export const anything: Domain = {
  values: [],
  texts: 'any',
  isAddress: false,
  wholeNumbers: null,
  absent: true,
  null: true,
  lists: true,
  why: null,
}

/** One value at most: a field of a Windows event. */
export const oneValue: Domain = {
  ...anything,
  lists: false,
  why: 'a field of a Windows event holds one value',
}

/** Whether the field can hold this value. */
export function holdsValue(domain: Domain, value: Json): boolean {
  if (value === null) return domain.null
  if (Array.isArray(value)) return domain.lists
  if (domain.values.includes(value)) return true
  if (typeof value === 'string') {
    if (isLargeWhole(value) && domain.wholeNumbers !== null) return acceptsText(domain.wholeNumbers, value)
    return domain.texts === 'any' || (domain.texts !== 'none' && acceptsText(domain.texts, value))
  }
  if (domain.texts === 'any') return true
  return domain.wholeNumbers !== null && typeof value === 'number' && acceptsText(domain.wholeNumbers, String(value))
}

/** Digits that stand for a whole number beyond 2^53, as they do once an event is read. */
function isLargeWhole(text: string): boolean {
  return /^[1-9]\d{15,399}$/.test(text) && !Number.isSafeInteger(Number(text))
}
