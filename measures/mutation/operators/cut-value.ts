import type { Edit } from '../mutant.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'
import { plainTextOf } from './plain-texts.ts'
import { isWildcard, joinedUnits, unitsOf } from './units.ts'

/** Cuts the middle third out of a text; its wildcards are left to `drop-wildcard`. */
export function* cutValue(value: MutatedValue<'text'>): Generator<Edit> {
  const { source } = value.text
  for (const { leaf, text: written } of plainTextOf(value)) {
    const units = unitsOf(written)
    if (units.length < 3) continue
    const from = Math.floor(units.length / 3)
    const to = Math.max(from + 1, Math.floor((units.length * 2) / 3))
    if (units.slice(from, to).some(isWildcard)) continue
    const made = joinedUnits(units.slice(0, from), units.slice(to))
    yield { node: leaf.id, variant: '', ...respelled(source, leaf.span, made) }
  }
}
