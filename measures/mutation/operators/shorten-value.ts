import type { Edit } from '../mutant.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'
import { unitsOf } from './units.ts'

/** Takes the first or the last character off a text; a wildcard there is left to `drop-wildcard`. */
export function* shortenValue({ leaf, text: { source, scalarAt } }: MutatedValue<'text'>): Generator<Edit> {
  const { id, span, modifiers } = leaf
  const value = scalarAt(span)
  if (typeof value?.value !== 'string' || modifiers.includes('expand')) return
  const units = unitsOf(value.text)
  if (units.length < 2) return
  const shorter = { first: units.slice(1), last: units.slice(0, -1) }
  for (const [variant, rest] of Object.entries(shorter)) {
    const gone = variant === 'first' ? units[0] : units.at(-1)
    if (gone === '*' || gone === '?') continue
    yield { node: id, variant, ...respelled(source, span, rest.join('')) }
  }
}
