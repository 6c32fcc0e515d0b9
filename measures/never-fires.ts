import type { World } from '../generators/index.ts'
import { ask } from '../proofs/index.ts'
import type { Rule } from '../sigma/index.ts'
import type { CoveredPoint } from './coverage.ts'
import { outcomePoint } from './outcomes.ts'
import { proverOf } from './prove-point.ts'

/** The proof that a rule can never fire. */
export interface NeverFires {
  readonly world: World
  readonly reason: string
  /** Nothing stands in the way but fields that its log source does not have: it may be meant for events of another agent. */
  readonly isForeign: boolean
}

/**
 * Whether a rule can never fire: on no event of any kind, or on none that its log source writes. `points` are its own; where
 * nothing was asked about the one that it fires, the solver is asked.
 */
export function neverFires(rule: Rule, points: readonly CoveredPoint[]): NeverFires | null {
  const fires = points.find(({ point }) => point.kind === 'outcome' && point.answer === 'fires')
  if (fires !== undefined && fires.coveredBy.length > 0) return null
  const impossible = fires?.impossible ?? (fires?.unknown == null ? askedAbout(rule) : null)
  if (impossible === null) return null
  return { ...impossible, isForeign: impossible.world === 'source' && firesWithForeignFields(rule) }
}

function askedAbout(rule: Rule): { readonly world: World; readonly reason: string } | null {
  const proof = proverOf(rule)(outcomePoint(rule.condition.span, 'fires'))
  return proof.kind === 'impossible' ? { world: proof.world, reason: proof.reason } : null
}

/** What the solver does not know is left open: in doubt the rule is meant for somebody else. */
function firesWithForeignFields(rule: Rule): boolean {
  const draw = { chance: 'never-fires', seed: 'sigmaproof' }
  return ask({ kind: 'fire-elsewhere', rule }, draw).kind !== 'impossible'
}
