import type { Recipe } from '../generators/index.ts'
import type { Claim } from '../proofs/index.ts'
import type { RuleKey } from '../sigma/index.ts'
import type { ObservedEvents, ScenarioReference } from './observation.ts'

/** The attachment's media type. */
export const statementMediaType = 'application/vnd.sigmaproof.statement+json'

/**
 * What a Then says that is no verdict of one rule on events. It covers no point, but a mutant that makes it false is
 * killed: whoever judges mutants has to know of it.
 */
export type Statement = ClaimStatement | AlarmStatement

interface StatementBase {
  readonly version: 1
  /** What its rule means, or all rules of the project where it is about all of them: a hash. */
  readonly meaning: string
  /** It stands in a known gap, so that it holds as long as what it says does not. */
  readonly knownGap: boolean
  /** What it says is so: wholly or, in a known gap, of any event. */
  readonly isSo: boolean
  readonly scenario: ScenarioReference
}

/** A claim about a rule that needs no event. */
export interface ClaimStatement extends StatementBase {
  readonly kind: 'claim'
  readonly rule: RuleKey
  readonly claim: Claim
  readonly seed: string
}

/** Of all rules that report, exactly these fire on every event. */
export interface AlarmStatement extends StatementBase {
  readonly kind: 'alarm'
  /** Empty: no rule fires. */
  readonly rules: readonly RuleKey[]
  readonly recipe: Recipe
  readonly events: ObservedEvents
}
