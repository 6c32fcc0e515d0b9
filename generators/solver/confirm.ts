import {
  type Event,
  evaluateRule,
  type Fields,
  fieldsFor,
  fieldValue,
  firesVia,
  fitsLogSource,
  isList,
  judge,
  leafMatches,
  type Rule,
} from '../../sigma/index.ts'
import { leafOf } from './decisive-leaf.ts'
import { answersAtEdge, leafAtEdge } from './edges.ts'
import type { Goal } from './goal.ts'
import type { Wanted } from './normal-form.ts'
import { conditionWithout } from './without-part.ts'

/** Whether the evaluator says that the event reaches the goal for these rules. */
export function reaches(rules: readonly Rule[], goal: Goal, event: Event): boolean {
  const [first, ...others] = rules
  switch (goal.kind) {
    case 'fires':
      return rules.every((rule) => fires(rule, event))
    case 'only-first':
      return first !== undefined && fires(first, event) && !others.some((rule) => fires(rule, event))
    case 'differ':
      return rules.filter((rule) => fires(rule, event)).length === 1
    case 'fires-via':
      return rules.every((rule) => firesVia(rule, judge(rule, event), goal.part))
    case 'suppressed':
      return rules.every((rule) => isSuppressedBy(rule, goal.filters, event))
    case 'decisive':
    case 'boundary':
      return rules.every((rule) => isDecisive(rule, goal, event))
    case 'silent':
      return rules.every((rule) => fits(rule, event) && !evaluateRule(rule, event).condition.matched)
    case 'identifier':
      return rules.every((rule) => {
        const answer = evaluateRule(rule, event).identifiers.get(goal.name)
        return fits(rule, event) && answer?.matched === goal.matched
      })
    case 'matches':
      return rules.every((rule) => fits(rule, event) && leafIs(rule, goal.leaf, goal.matched, event))
    case 'needs':
      return rules.every((rule) => {
        const { matched } = evaluateRule(rule, event).condition
        const read = fieldsFor(rule.logsource, event)
        return fits(rule, event) && holds(conditionWithout(rule, goal.part, true), read) !== matched
      })
  }
}

function fires(rule: Rule, event: Event): boolean {
  return fits(rule, event) && evaluateRule(rule, event).condition.matched
}

function fits(rule: Rule, event: Event): boolean {
  return fitsLogSource(rule.logsource, event)
}

function isSuppressedBy(rule: Rule, filters: readonly string[], event: Event): boolean {
  const { verdict } = judge(rule, event)
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

/** Whether an event has what is wanted. */
export function holds(wanted: Wanted, fields: Fields): boolean {
  switch (wanted.kind) {
    case 'literal':
      return leafMatches(wanted.leaf, fields) === wanted.matched
    case 'all':
      return wanted.children.every((child) => holds(child, fields))
    case 'any':
      return wanted.children.some((child) => holds(child, fields))
  }
}
