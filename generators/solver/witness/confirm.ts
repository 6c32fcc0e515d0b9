import {
  answersOn,
  conditionHolds,
  type Event,
  fieldsFor,
  fieldValue,
  firesOn,
  firesVia,
  fitsLogSource,
  holdsWhen,
  isList,
  judge,
  judgeVerdict,
  leafMatches,
  type Rule,
  treeHoldsWhen,
} from '../../../sigma/index.ts'
import { answersAtEdge, leafAtEdge } from '../edges.ts'
import type { Goal } from '../goal.ts'
import { leafOf } from '../wanted/decisive-leaf.ts'
import { holdsWithout } from '../wanted/without-part.ts'

/** Whether the evaluator says that the event reaches the goal for these rules. */
export function reaches(rules: readonly Rule[], goal: Goal, event: Event): boolean {
  const [first, ...others] = rules
  switch (goal.kind) {
    case 'fires':
      return rules.every((rule) => firesOn(rule, event))
    case 'only-first':
      return first !== undefined && firesOn(first, event) && !others.some((rule) => firesOn(rule, event))
    case 'differ':
      return rules.filter((rule) => firesOn(rule, event)).length === 1
    case 'fires-via':
      return rules.every((rule) => firesVia(rule, judgeVerdict(rule, event), goal.part))
    case 'suppressed':
      return rules.every((rule) => isSuppressedBy(rule, goal.filters, event))
    case 'decisive':
    case 'boundary':
      return rules.every((rule) => isDecisive(rule, goal, event))
    case 'silent':
      return rules.every((rule) => fits(rule, event) && !conditionHolds(rule, event))
    case 'identifier':
      return rules.every((rule) => fits(rule, event) && identifierIs(rule, goal.name, goal.matched, event))
    case 'matches':
      return rules.every((rule) => fits(rule, event) && leafIs(rule, goal.leaf, goal.matched, event))
    case 'needs':
      return rules.every((rule) => {
        const answers = answersOn(fieldsFor(rule.logsource, event))
        return fits(rule, event) && holdsWithout(rule, goal.part, answers) !== holdsWhen(rule, answers)
      })
  }
}

function fits(rule: Rule, event: Event): boolean {
  return fitsLogSource(rule.logsource, event)
}

function identifierIs(rule: Rule, wanted: string, matched: boolean, event: Event): boolean {
  const answers = answersOn(fieldsFor(rule.logsource, event))
  return rule.identifiers.some(
    ({ name, predicate }) => name === wanted && treeHoldsWhen(predicate, answers) === matched,
  )
}

function isSuppressedBy(rule: Rule, filters: readonly string[], event: Event): boolean {
  const { verdict } = judgeVerdict(rule, event)
  if (verdict.kind !== 'suppressed') return false
  const { by } = verdict
  return by.length === new Set(filters).size && by.every((name) => filters.includes(name))
}

function isDecisive(rule: Rule, goal: Goal & { readonly kind: 'decisive' | 'boundary' }, event: Event): boolean {
  const isThere = goal.kind === 'decisive' ? leafIs(rule, goal.leaf, goal.matched, event) : isAtEdge(rule, goal, event)
  return isThere && judge(rule, event).decisive.has(goal.leaf)
}

/** One value stands at the edge: a list with a member there may have another that is far from it. */
function isAtEdge(rule: Rule, { leaf: id, edge }: Goal & { readonly kind: 'boundary' }, event: Event): boolean {
  const leaf = leafOf(rule, id)?.leaf
  const fields = fieldsFor(rule.logsource, event)
  const atEdge = leaf === undefined ? null : leafAtEdge(leaf, edge)
  if (leaf === undefined || atEdge === null || !leafMatches(atEdge, fields)) return false
  const isOneValue = leaf.field === null || !isList(fieldValue(fields, leaf.field))
  return isOneValue && answersAtEdge(leaf).includes(leafMatches(leaf, fields))
}

function leafIs(rule: Rule, id: string, matched: boolean, event: Event): boolean {
  const placed = leafOf(rule, id)
  return placed !== null && leafMatches(placed.leaf, fieldsFor(rule.logsource, event)) === matched
}
