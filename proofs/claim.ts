import { type Goal, RecipeError } from '../generators/index.ts'
import { leavesOf, type NodeId, nearestOrKnown, type Rule, visibleText } from '../sigma/index.ts'

/** A statement about a rule that holds for every event, or for none. */
export type Claim =
  /** No event that the log source writes makes this value of the field match, wherever the rule has it. */
  | { readonly kind: 'never-matches'; readonly field: string; readonly value: string }
  /** Without the part the rule says the same of every event that its log source writes. */
  | { readonly kind: 'does-not-need'; readonly part: string }

/** What would refute the claim: one event for any of these goals. Throws {@link RecipeError} for a value that the rule does not have. */
export function refutationsOf(rule: Rule, claim: Claim): readonly Goal[] {
  switch (claim.kind) {
    case 'never-matches':
      return leavesWith(rule, claim.field, claim.value).map((leaf): Goal => ({ kind: 'matches', leaf, matched: true }))
    case 'does-not-need':
      return [{ kind: 'needs', part: claim.part }]
  }
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
