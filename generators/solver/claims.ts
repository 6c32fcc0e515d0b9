import { conditionHolds, leavesOf, type NodeId, nearestOrKnown, type Rule, visibleText } from '../../sigma/index.ts'
import { RecipeError } from '../recipe-error.ts'
import type { Answer, Goal, Witness, World } from './goal.ts'
import { solve } from './solve.ts'

/** What the solver says of a claim about a rule. */
export type ClaimAnswer =
  /** Proved: in every world, or of the events that the log source writes. */
  | { readonly kind: 'proved'; readonly world: World; readonly reason: string }
  /** Refuted by an event that the log source could write; `fires`: what the rule as it stands says of it. */
  | { readonly kind: 'refuted'; readonly event: Witness; readonly fires: boolean }
  | { readonly kind: 'unknown'; readonly limit: string }

/** A statement about a rule that holds for every event, or for none. */
export type Claim =
  /** No event that the log source writes makes this value of the field match, wherever the rule has it. */
  | { readonly kind: 'never-matches'; readonly field: string; readonly value: string }
  /** Without the part the rule says the same of every event that its log source writes. */
  | { readonly kind: 'does-not-need'; readonly part: string }

/**
 * Proves or refutes a claim. An unrealistic event refutes nothing. Throws {@link RecipeError} for a value or a part that
 * the rule does not have.
 */
export function proveClaim(rule: Rule, claim: Claim, seed: string): ClaimAnswer {
  const goals = goalsOf(rule, claim)
  const answers = goals.map((goal) => asked(rule, goal, seed))
  const refuted = answers.find((answer) => answer.kind === 'refuted')
  const open = answers.find((answer) => answer.kind === 'unknown')
  const ofSource = answers.find((answer) => answer.kind === 'proved' && answer.world === 'source')
  return refuted ?? open ?? ofSource ?? answers[0] ?? { kind: 'unknown', limit: 'as there is nothing to prove' }
}

/** What would refute the claim: one event for any of these goals. */
function goalsOf(rule: Rule, claim: Claim): readonly Goal[] {
  switch (claim.kind) {
    case 'never-matches':
      return leavesWith(rule, claim.field, claim.value).map((leaf): Goal => ({ kind: 'matches', leaf, matched: true }))
    case 'does-not-need':
      return [{ kind: 'needs', part: claim.part }]
  }
}

function asked(rule: Rule, goal: Goal, seed: string): ClaimAnswer {
  const answer: Answer = solve([rule], goal, { count: 1, chance: JSON.stringify(goal), seed })
  switch (answer.kind) {
    case 'impossible':
      return { kind: 'proved', world: answer.world, reason: answer.reason }
    case 'unknown':
      return answer
    case 'witness': {
      const event = answer.events.find(isWritten)
      if (event !== undefined) {
        return { kind: 'refuted', event, fires: conditionHolds(rule, event) }
      }
      const facts = answer.events.flatMap(({ breaches }) => breaches.map(({ message }) => message))
      return { kind: 'unknown', limit: `as only an unrealistic event was found: ${facts[0] ?? ''}` }
    }
  }
}

/** Nothing speaks against the log source writing it. */
function isWritten({ breaches }: Witness): boolean {
  return breaches.length === 0
}

function leavesWith(rule: Rule, field: string, value: string): readonly NodeId[] {
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  const found = leaves.filter((leaf) => leaf.field === field && leaf.written === value)
  if (found.length > 0) return found.map(({ id }) => id)
  const values = leaves.filter((leaf) => leaf.field === field).map(({ written }) => written)
  const fields = leaves.flatMap((leaf) => leaf.field ?? [])
  if (values.length === 0) {
    throw new RecipeError(`the rule reads no field ${visibleText(field)}; ${nearestOrKnown(field, fields)}`)
  }
  const hint = nearestOrKnown(value, values, { quoted: true })
  throw new RecipeError(`the rule has no value "${visibleText(value)}" of ${visibleText(field)}; ${hint}`)
}
