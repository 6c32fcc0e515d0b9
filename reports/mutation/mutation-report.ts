import type { MutantCounts, MutantState, MutationOperator, MutationSubject, Ratio } from '../../measures/index.ts'
import type { RuleKey } from '../../sigma/index.ts'
import type { Place } from '../document/report.ts'

/** What became of the mutants of some documents: the one document that every format of it reads. */
export interface MutationReport {
  readonly version: 1
  readonly thresholds: MutationThresholds
  /** Rules, filter documents and correlations, by key. */
  readonly rules: readonly RuleMutationReport[]
  /** Every scenario that was asked, by uri and line. */
  readonly scenarios: readonly MutationScenario[]
  /** The texts of the features that they stand in, by uri; one may be missing. */
  readonly features: ReadonlyMap<string, string>
  readonly totals: MutationTotals
}

/** Per cent: from `high` on a score is good, below `low` it is bad, below `break` the run fails; null: it never does. */
export interface MutationThresholds {
  readonly high: number
  readonly low: number
  readonly break: number | null
  /** Whether a mutant that only an unread scenario kills counts as killed. */
  readonly unreadCounts: boolean
}

export interface MutationScenario {
  readonly uri: string
  readonly line: number
  readonly name: string
}

export interface MutationTotals {
  readonly counts: MutantCounts
  /** Killed of killed, survived and not covered. */
  readonly score: Ratio
  /** The same where only scenarios that somebody has read can kill. */
  readonly readScore: Ratio
  /** The same over covered mutants alone. */
  readonly coveredScore: Ratio
}

export interface RuleMutationReport extends MutationTotals {
  readonly kind: MutationSubject['kind']
  readonly key: RuleKey
  readonly title: string
  /** DRL 1.1 asks that he is named wherever the rule is shown. */
  readonly author: string | null
  readonly path: string
  /** The text of the whole file. */
  readonly text: string
  /** The scenarios that a change of it concerns, as `uri:line`. */
  readonly coveredBy: readonly string[]
  readonly mutants: readonly MutantReport[]
}

export interface MutantReport {
  readonly id: string
  readonly operator: MutationOperator
  readonly place: Place
  readonly original: string
  readonly replacement: string
  readonly state: MutantState
}
