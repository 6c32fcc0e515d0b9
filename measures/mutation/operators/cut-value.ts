import type { Edit } from '../mutant.ts'
import { respelled } from '../respelled.ts'
import type { RuleText } from '../rule-text.ts'
import { plainTextsOf } from './plain-texts.ts'
import { isWildcard, joinedUnits, unitsOf } from './units.ts'

/** Cuts the middle third out of a text; its wildcards are left to `drop-wildcard`. */
export function* cutValue(text: RuleText): Generator<Edit> {
  for (const { leaf, text: written } of plainTextsOf(text, text.leaves)) {
    const units = unitsOf(written)
    if (units.length < 3) continue
    const from = Math.floor(units.length / 3)
    const to = Math.max(from + 1, Math.floor((units.length * 2) / 3))
    if (units.slice(from, to).some(isWildcard)) continue
    const made = joinedUnits(units.slice(0, from), units.slice(to))
    yield { node: leaf.id, variant: '', ...respelled(text.source, leaf.span, made) }
  }
}
