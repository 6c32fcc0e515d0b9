import type { Edit } from '../mutant.ts'
import { respelled } from '../respelled.ts'
import type { RuleText } from '../rule-text.ts'
import { unitsOf } from './units.ts'

/** Leaves out one `*` or `?` of a text. */
export function* dropWildcard({ leaves, source, scalarAt }: RuleText): Generator<Edit> {
  for (const { id, span, test } of leaves) {
    const value = test.operator === 'text' ? scalarAt(span) : undefined
    if (typeof value?.value !== 'string') continue
    const units = unitsOf(value.text)
    let count = 0
    for (const [index, unit] of units.entries()) {
      if (unit !== '*' && unit !== '?') continue
      count += 1
      yield {
        node: id,
        variant: String(count),
        ...respelled(source, span, joined(units.slice(0, index), units.slice(index + 1))),
      }
    }
  }
}

/** A backslash that the wildcard kept apart must not begin to escape what comes after. */
function joined(before: readonly string[], after: readonly string[]): string {
  const next = after[0] ?? ''
  const isEscaping = before.at(-1) === '\\' && (next.startsWith('\\') || next === '*' || next === '?')
  return [...before, ...(isEscaping ? ['\\'] : []), ...after].join('')
}
