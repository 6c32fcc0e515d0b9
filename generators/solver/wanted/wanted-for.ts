import {
  type Leaf,
  leavesOf,
  type NodeId,
  nearestOrKnown,
  type Predicate,
  partsOf,
  type Rule,
  type SearchIdentifier,
  visibleText,
} from '../../../sigma/index.ts'
import { RecipeError } from '../../recipe-error.ts'
import { answersAtEdge, leafAtEdge } from '../edges.ts'
import type { Goal } from '../goal.ts'
import { decisiveWanted, leafOf, type PlacedLeaf } from './decisive-leaf.ts'
import { onlyTheFirst, withTwins } from './difference.ts'
import { allOf, anyOf, asItIs, conditionOf, never, type Thought, type Wanted, wantedOf } from './normal-form.ts'
import { requireAnyPart, requirePart } from './require-part.ts'
import { conditionWithout, effectsWithout } from './without-part.ts'

/**
 * What a goal asks of one event for these rules; `fits` tells whether a rule's log source takes the kind of event. Throws
 * {@link RecipeError} for a part, filter or leaf that a rule does not have.
 */
export function wantedFor(rules: readonly Rule[], goal: Goal, fits: (rule: Rule) => boolean): Wanted {
  const firing = (rule: Rule): Wanted => (fits(rule) ? conditionOf(rule, true) : never)
  const [first, ...others] = rules
  switch (goal.kind) {
    case 'fires':
      return allOf(...rules.map(firing))
    case 'only-first':
      return first === undefined ? never : onlyTheFirst(firing(first), others.map(firing))
    case 'differ':
      return anyOf(
        ...rules.map((rule, index) => {
          const only = onlyTheFirst(firing(rule), rules.filter((other) => other !== rule).map(firing))
          return index === 0 ? only : withTwins(only, sharedLeaves(rule, rules.slice(0, index)))
        }),
      )
    case 'fires-via':
    case 'suppressed':
    case 'decisive':
    case 'boundary':
    case 'silent':
    case 'identifier':
    case 'matches':
    case 'needs':
      return allOf(...rules.map((rule) => (fits(rule) ? wantedOfRule(rule, goal) : never)))
  }
}

function wantedOfRule(rule: Rule, goal: Exclude<Goal, { readonly kind: 'fires' | 'only-first' | 'differ' }>): Wanted {
  switch (goal.kind) {
    case 'fires-via':
      return allOf(conditionOf(rule, true), conditionOf(rule, false, falsePart(rule, requirePart(rule, goal.part))))
    case 'suppressed':
      return suppressedBy(rule, goal.filters)
    case 'decisive':
      return decisiveWanted(rule, requireLeaf(rule, goal.leaf), goal.matched)
    case 'boundary': {
      const placed = requireLeaf(rule, goal.leaf)
      const leaf = leafAtEdge(placed.leaf, goal.edge)
      if (leaf === null) throw new RecipeError(`${visibleText(goal.leaf)} has no edge ${goal.edge}`)
      const at: Wanted = { kind: 'literal', leaf, matched: true }
      return anyOf(...answersAtEdge(placed.leaf).map((matched) => allOf(at, decisiveWanted(rule, placed, matched))))
    }
    case 'silent':
      return conditionOf(rule, false)
    case 'identifier':
      return wantedOf(requireIdentifier(rule, goal.name).predicate, goal.matched, rule, asItIs, goal.name)
    case 'matches':
      return { kind: 'literal', leaf: requireLeaf(rule, goal.leaf).leaf, matched: goal.matched }
    case 'needs': {
      const part = requireAnyPart(rule, goal.part)
      const effects = effectsWithout(rule, part)
      const fewer = allOf(conditionOf(rule, true), conditionWithout(rule, part, false))
      const more = allOf(conditionOf(rule, false), conditionWithout(rule, part, true))
      // Leaving out what cannot be spares the search a proof of it.
      return anyOf(...(effects.has('fewer') ? [fewer] : []), ...(effects.has('more') ? [more] : []))
    }
  }
}

/**
 * Would fire with these filters false, and not with all the others false instead: filters only ever stand in the way, so
 * for one filter that is exactly what the vocabulary asks; for several the evaluator has the last word.
 */
function suppressedBy(rule: Rule, names: readonly string[]): Wanted {
  const { filters } = partsOf(rule)
  for (const name of names) {
    if (filters.includes(name)) continue
    throw new RecipeError(
      `"${visibleText(rule.title)}" has no filter ${visibleText(name)}; ${nearestOrKnown(name, filters)}`,
    )
  }
  const without = (chosen: readonly string[], holds: boolean) =>
    conditionOf(rule, holds, (node) => (node.kind === 'identifier' && chosen.includes(node.name) ? false : null))
  const others = filters.filter((filter) => !names.includes(filter))
  return allOf(without(names, true), without(others, false))
}

/** A part forced false: the identifier itself, or a field's keys outside of filters. */
function falsePart(rule: Rule, part: string): Thought {
  const { identifiers, filters } = partsOf(rule)
  if (identifiers.includes(part)) return (node) => (node.kind === 'identifier' && node.name === part ? false : null)
  const isOfPart = (node: Predicate) => (node.kind === 'key' || node.kind === 'leaf') && node.field === part
  return (node, identifier) => (isOfPart(node) && !filters.includes(identifier ?? '') ? false : null)
}

function requireLeaf(rule: Rule, id: NodeId): PlacedLeaf {
  const placed = leafOf(rule, id)
  if (placed !== null) return placed
  throw new RecipeError(`"${visibleText(rule.title)}" has no value ${visibleText(id)}`)
}

function requireIdentifier(rule: Rule, name: string): SearchIdentifier {
  const found = rule.identifiers.find((identifier) => identifier.name === name)
  if (found !== undefined) return found
  const names = rule.identifiers.map((identifier) => identifier.name)
  throw new RecipeError(
    `"${visibleText(rule.title)}" has no search identifier ${visibleText(name)}; ${nearestOrKnown(name, names)}`,
  )
}

/** The leaves that a rule has in common with others, not equal ones but the same. */
function sharedLeaves(rule: Rule, others: readonly Rule[]): ReadonlySet<Leaf> {
  const theirs = new Set(others.flatMap(leavesIn))
  return new Set(leavesIn(rule).filter((leaf) => theirs.has(leaf)))
}

function leavesIn(rule: Rule): readonly Leaf[] {
  return rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
}
