import type { Leaf } from '../../sigma/index.ts'
import type { Wanted } from './normal-form.ts'

/** What one field has to satisfy: the leaves that match its value and those that do not. */
export interface Demand {
  /** Null for keywords, which read every field. */
  readonly field: string | null
  readonly must: readonly Leaf[]
  readonly mustNot: readonly Leaf[]
}

/** One way to reach a goal: the demands by field. */
export type Plan = ReadonlyMap<string | null, Demand>

/** A plan that asks nothing. */
export const emptyPlan: Plan = new Map()

/** The demand of a plan on a field. */
export function demandOn(plan: Plan, field: string | null): Demand {
  return plan.get(field) ?? { field, must: [], mustNot: [] }
}

/** The plan with one leaf more. */
export function withLiteral(plan: Plan, { leaf, matched }: Wanted & { readonly kind: 'literal' }): Plan {
  const demand = demandOn(plan, leaf.field)
  const list = matched ? demand.must : demand.mustNot
  if (list.some((each) => each === leaf)) return plan
  const changed = matched ? { ...demand, must: [...list, leaf] } : { ...demand, mustNot: [...list, leaf] }
  return new Map([...plan, [leaf.field, changed]])
}

/** Whether the plan asks for this leaf's answer already. */
export function holds(plan: Plan, { leaf, matched }: Wanted & { readonly kind: 'literal' }): boolean {
  const demand = demandOn(plan, leaf.field)
  return (matched ? demand.must : demand.mustNot).includes(leaf)
}
