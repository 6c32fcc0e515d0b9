import {
  evaluateRule,
  type Fields,
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
export function reaches(rules: readonly Rule[], goal: Goal, fields: Fields): boolean {
  const [first, ...others] = rules
  switch (goal.kind) {
    case 'fires':
      return rules.every((rule) => fires(rule, fields))
    case 'only-first':
      return first !== undefined && fires(first, fields) && !others.some((rule) => fires(rule, fields))
    case 'differ':
      return rules.filter((rule) => fires(rule, fields)).length === 1
    case 'fires-via':
      return rules.every((rule) => firesVia(rule, judge(rule, fields), goal.part))
    case 'suppressed':
      return rules.every((rule) => isSuppressedBy(rule, goal.filters, fields))
    case 'decisive':
    case 'boundary':
      return rules.every((rule) => isDecisive(rule, goal, fields))
    case 'silent':
      return rules.every((rule) => fits(rule, fields) && !evaluateRule(rule, fields).condition.matched)
    case 'identifier':
      return rules.every((rule) => {
        const answer = evaluateRule(rule, fields).identifiers.get(goal.name)
        return fits(rule, fields) && answer?.matched === goal.matched
      })
    case 'matches':
      return rules.every((rule) => fits(rule, fields) && leafIs(rule, goal.leaf, goal.matched, fields))
    case 'needs':
      return rules.every((rule) => {
        const { matched } = evaluateRule(rule, fields).condition
        return fits(rule, fields) && holds(conditionWithout(rule, goal.part, true), fields) !== matched
      })
  }
}

function fires(rule: Rule, fields: Fields): boolean {
  return fits(rule, fields) && evaluateRule(rule, fields).condition.matched
}

function fits(rule: Rule, fields: Fields): boolean {
  return fitsLogSource(rule.logsource, fields)
}

function isSuppressedBy(rule: Rule, filters: readonly string[], fields: Fields): boolean {
  const { verdict } = judge(rule, fields)
  if (verdict.kind !== 'suppressed') return false
  const { by } = verdict
  return by.length === new Set(filters).size && by.every((name) => filters.includes(name))
}

function isDecisive(rule: Rule, goal: Goal & { readonly kind: 'decisive' | 'boundary' }, fields: Fields): boolean {
  const isThere =
    goal.kind === 'decisive' ? leafIs(rule, goal.leaf, goal.matched, fields) : isAtEdge(rule, goal, fields)
  return isThere && judge(rule, fields).decisive.has(goal.leaf)
}

/** One value stands at the edge: a list with a member there may have another that is far from it. */
function isAtEdge(rule: Rule, { leaf: id, edge }: Goal & { readonly kind: 'boundary' }, fields: Fields): boolean {
  const leaf = leafOf(rule, id)?.leaf
  const atEdge = leaf === undefined ? null : leafAtEdge(leaf, edge)
  if (leaf === undefined || atEdge === null || !leafMatches(atEdge, fields)) return false
  const isOneValue = leaf.field === null || !isList(fieldValue(fields, leaf.field))
  return isOneValue && answersAtEdge(leaf).includes(leafMatches(leaf, fields))
}

function leafIs(rule: Rule, id: string, matched: boolean, fields: Fields): boolean {
  const placed = leafOf(rule, id)
  return placed !== null && leafMatches(placed.leaf, fields) === matched
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
