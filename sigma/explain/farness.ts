import { type Fields, fieldValue } from '../events/event.ts'
import type { Leaf } from '../rule/predicate.ts'
import { fold } from '../values/fold.ts'
import { textOf } from '../values/text-of.ts'
import { soughtBy } from './sought-text.ts'

/** More is not measured: the order is a courtesy, not worth a second of anybody's time. */
const mostCells = 20_000

/**
 * How unlike the text that a leaf wants and the event's are, from 0 to 1: the share of its characters that would have to
 * change, where the text may stand anywhere that the leaf looks for it. A value with one letter changed comes before all others.
 */
export function farness(leaf: Leaf, fields: Fields): number {
  const actual = leaf.field === null ? undefined : fieldValue(fields, leaf.field)
  const text = actual === undefined ? null : textOf(actual)
  const { text: wanted, isOpenStart, isOpenEnd } = soughtBy(leaf)
  if (text === null || wanted === '' || (text.length + 1) * wanted.length > mostCells) return 1
  const whole = isOpenStart || isOpenEnd ? wanted.length : Math.max(text.length, wanted.length)
  return Math.min(1, editsWithin(fold(text), fold(wanted), isOpenStart, isOpenEnd) / whole)
}

/** The least number of characters to change, add or remove (Sellers' way: what stands outside an open end is free). */
function editsWithin(text: string, wanted: string, isOpenStart: boolean, isOpenEnd: boolean): number {
  let row = Array.from({ length: text.length + 1 }, (_, at) => (isOpenStart ? 0 : at))
  for (let index = 0; index < wanted.length; index += 1) {
    const next = [index + 1]
    for (let at = 1; at <= text.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + (text[at - 1] === wanted[index] ? 0 : 1)
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return isOpenEnd ? row.reduce((least, each) => Math.min(least, each)) : (row.at(-1) ?? 0)
}
