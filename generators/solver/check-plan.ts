import type { Fields, Json } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import type { Plan } from './search.ts'
import { simpleText } from './simple-text.ts'
import { decideField, type Ground } from './theory/decide-field.ts'
import type { Budget } from './theory/decide-text.ts'
import { type Domain, holdsValue, oneValue } from './theory/domain.ts'
import { isMet, type Literal } from './theory/literal.ts'

/** A value that meets what a plan wants of a field; undefined: the field is absent. */
export type Known = ReadonlyMap<string, Json | undefined>

/** What is known of a plan before an event is made for it. */
export type PlanCheck =
  /** Each field on its own can be had; `limit` is set where one of them was given up. */
  | { readonly kind: 'possible'; readonly known: Known; readonly limit: string | null }
  | { readonly kind: 'impossible'; readonly core: readonly Literal[]; readonly by: Ground; readonly field: string }

type FieldCheck =
  | { readonly kind: 'found'; readonly fields: Fields }
  | (PlanCheck & { readonly kind: 'impossible' })
  | { readonly kind: 'unknown'; readonly limit: string }

/** Checks plans field by field; remembers for each field the last value that did. */
export type PlanChecker = (plan: Plan) => PlanCheck

/** A field that no rule reads, to hold a keyword. */
const carrier = 'Message'

/** Makes a checker for a world: what each field can hold in it. */
export function planChecker(domainOf: (field: string) => Domain, budget: Budget, chance: Chance): PlanChecker {
  const last = new Map<string, Fields>()

  function check(field: string, literals: readonly Literal[], domain: Domain): FieldCheck {
    const isGood = (fields: Fields) =>
      literals.every((literal) => isMet(literal, fields) || literal.leaf.test.operator === 'fieldref')
    const before = last.get(field)
    if (before !== undefined && isGood(before)) return { kind: 'found', fields: before }
    const simple = simpleText(literals)
    if (simple !== null && holdsValue(domain, simple) && isGood({ [field]: simple }))
      return { kind: 'found', fields: { [field]: simple } }
    const decision = decideField({ field, literals, domain, budget, chance })
    switch (decision.kind) {
      case 'value':
        return { kind: 'found', fields: { [field]: decision.value } }
      case 'absent':
        return { kind: 'found', fields: {} }
      case 'impossible':
        return { ...decision, field }
      case 'unknown':
        return decision
    }
  }

  return (plan) => {
    const keywords = plan.get(null) ?? []
    const refused = keywords.filter((literal) => !literal.matched)
    const known = new Map<string, Json | undefined>()
    let limit: string | null = null
    for (const keyword of keywords.filter((literal) => literal.matched)) {
      const found = check(carrier, [keyword, ...refused], oneValue)
      if (found.kind === 'impossible') return found
      if (found.kind === 'unknown') limit = found.limit
    }
    for (const [field, literals] of plan) {
      if (field === null || literals.length === 0) continue
      const found = check(field, [...literals, ...refused], domainOf(field))
      if (found.kind === 'impossible') return found
      if (found.kind === 'unknown') limit = found.limit
      else {
        last.set(field, found.fields)
        known.set(field, found.fields[field])
      }
    }
    return { kind: 'possible', known, limit }
  }
}
