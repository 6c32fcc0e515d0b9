import type { Edit } from '../mutant.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'
import { isWildcard, joinedUnits, unitsOf } from './units.ts'

/** Leaves out one `*` or `?` of a text. */
export function* dropWildcard({
  leaf: { id, span },
  text: { source, scalarAt },
}: MutatedValue<'text'>): Generator<Edit> {
  const value = scalarAt(span)
  if (typeof value?.value !== 'string') return
  const units = unitsOf(value.text)
  let count = 0
  for (const [index, unit] of units.entries()) {
    if (!isWildcard(unit)) continue
    count += 1
    const made = joinedUnits(units.slice(0, index), units.slice(index + 1))
    yield { node: id, variant: String(count), ...respelled(source, span, made) }
  }
}
