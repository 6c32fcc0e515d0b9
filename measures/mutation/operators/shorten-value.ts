import type { Edit } from '../mutant.ts'
import { respelled } from '../respelled.ts'
import type { RuleText } from '../rule-text.ts'
import { unitsOf } from './units.ts'

/** Takes the first or the last character off a text; a wildcard there is left to `drop-wildcard`. */
export function* shortenValue({ leaves, source, scalarAt }: RuleText): Generator<Edit> {
  for (const { id, span, test, modifiers } of leaves) {
    const value = scalarAt(span)
    if (test.operator !== 'text' || typeof value?.value !== 'string' || modifiers.includes('expand')) continue
    const units = unitsOf(value.text)
    if (units.length < 2) continue
    const shorter = { first: units.slice(1), last: units.slice(0, -1) }
    for (const [variant, rest] of Object.entries(shorter)) {
      const gone = variant === 'first' ? units[0] : units.at(-1)
      if (gone === '*' || gone === '?') continue
      yield { node: id, variant, ...respelled(source, span, rest.join('')) }
    }
  }
}
