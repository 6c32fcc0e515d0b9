import type { Fields, Json, Leaf, Test } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { decideField, type Ground } from '../theory/decide-field.ts'
import type { Budget } from '../theory/decide-text.ts'
import { type Domain, holdsValue, oneValue } from '../theory/domain.ts'
import { isMet, type Literal } from '../theory/literal.ts'
import type { Plan } from './search.ts'
import { simpleTexts } from './simple-text.ts'

/** A value that meets what a plan wants of a field; undefined: the field is absent. */
export type Known = ReadonlyMap<string, Json | undefined>

/** What is known of a plan before an event is made for it. */
export type PlanCheck =
  /**
   * Each field on its own can be had; `limit` is set where one of them was given up. The values of `fixed` hang on each
   * other: they have to be taken as they are.
   */
  | {
      readonly kind: 'possible'
      readonly known: Known
      /** Their values hang on each other: they have to be taken as they are. */
      readonly fixed: ReadonlySet<string>
      readonly limit: string | null
    }
  | { readonly kind: 'impossible'; readonly core: readonly Literal[]; readonly by: Ground; readonly field: string }

type FieldCheck =
  | { readonly kind: 'found'; readonly fields: Fields }
  | Refused
  | { readonly kind: 'unknown'; readonly limit: string }

/** A plan that nothing was found against. */
export type Possible = PlanCheck & { readonly kind: 'possible' }

/** A plan that cannot be had. */
export type Refused = PlanCheck & { readonly kind: 'impossible' }

/** Checks plans field by field; remembers for each field the last value that did. */
export type PlanChecker = (plan: Plan) => PlanCheck

/** That a field has a value other than null. */
function present(field: string): Leaf {
  const test: Test = { operator: 'text', anchor: 'contains', cased: false, alternatives: [[{ kind: 'any-run' }]] }
  const nowhere = { path: '', start: 0, end: 0 }
  return {
    kind: 'leaf',
    id: `present ${field}`,
    span: nowhere,
    field,
    fieldText: field,
    written: '*',
    modifiers: [],
    test,
  }
}

/** A field that no rule reads, to hold a keyword. */
const carrier = 'Message'

/** Makes a checker for a world: what each field can hold in it. */
export function planChecker(domainOf: (field: string) => Domain, budget: Budget, chance: Chance | null): PlanChecker {
  const last = new Map<string, Fields>()

  function check(field: string, literals: readonly Literal[], domain: Domain): FieldCheck {
    const isGood = (fields: Fields) =>
      literals.every((literal) => isMet(literal, fields) || literal.leaf.test.operator === 'fieldref')
    const before = last.get(field)
    if (before !== undefined && isGood(before)) return { kind: 'found', fields: before }
    const simple = simpleTexts(literals).find((text) => holdsValue(domain, text) && isGood({ [field]: text }))
    if (simple !== undefined) return { kind: 'found', fields: { [field]: simple } }
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

  /** Where one field has to equal another: one value for both, if there is one that meets what is wanted of either. */
  function fixEqual(plan: Plan, known: Map<string, Json | undefined>): ReadonlySet<string> {
    const fixed = new Set<string>()
    for (const [field, literals] of plan) {
      for (const { leaf, matched } of literals) {
        if (field === null || !matched || leaf.test.operator !== 'fieldref' || leaf.test.anchor !== 'equals') continue
        const other = leaf.test.field
        const wanted = [...literals, ...(plan.get(other) ?? [])]
          .filter((literal) => literal.leaf.test.operator !== 'fieldref')
          .map((literal) => ({ ...literal, leaf: { ...literal.leaf, field } }))
        const both = check(field, [...wanted, { leaf: present(field), matched: true }], domainOf(field))
        const value = both.kind === 'found' ? both.fields[field] : undefined
        if (value === undefined || !holdsValue(domainOf(other), value)) continue
        for (const name of [field, other]) {
          known.set(name, value)
          fixed.add(name)
        }
      }
    }
    return fixed
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
    return { kind: 'possible', known, fixed: fixEqual(plan, known), limit }
  }
}
