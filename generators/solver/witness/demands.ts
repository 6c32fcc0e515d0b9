import type { Leaf } from '../../../sigma/index.ts'
import type { Plan } from '../search/search.ts'

/** What one field has to satisfy: the leaves that match its value and those that do not. */
export interface FieldDemand {
  readonly field: string
  readonly must: readonly Leaf[]
  readonly mustNot: readonly Leaf[]
}

/**
 * The demands of a plan, field by field. A keyword that has to be found is wanted of the field that carries it; one that
 * must not be found is a demand on every field that something is wanted of.
 */
export function demandsOf(plan: Plan, carrier: string): readonly FieldDemand[] {
  const demands = new Map<string, { readonly must: Leaf[]; readonly mustNot: Leaf[] }>()
  const at = (field: string) => {
    const known = demands.get(field)
    if (known !== undefined) return known
    const made = { must: [], mustNot: [] }
    demands.set(field, made)
    return made
  }
  for (const [field, literals] of plan) {
    for (const { leaf, matched } of literals) {
      if (field === null && !matched) continue
      const demand = at(field ?? carrier)
      if (matched) demand.must.push(leaf)
      else demand.mustNot.push(leaf)
    }
  }
  const refused = (plan.get(null) ?? []).filter(({ matched }) => !matched).map(({ leaf }) => leaf)
  return [...demands].map(([field, { must, mustNot }]) => ({ field, must, mustNot: [...mustNot, ...refused] }))
}
