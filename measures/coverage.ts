import type { World } from '../generators/index.ts'
import type {
  Correlation,
  CorrelationExpectation,
  CorrelationJudgement,
  Expectation,
  RuleKey,
  Verdict,
} from '../sigma/index.ts'
import type { Observation, ObservedEvent } from './observation.ts'
import type { Measure, Point } from './point.ts'
import type { CoverageRatio } from './ratio.ts'
import type { Distance } from './vacuous.ts'

/** What a run says of one observation beside what the observation says itself. */
export interface RunObservation {
  readonly observation: Observation
  /** Its scenario passed, in the last attempt. */
  readonly passed: boolean
  /** A program wrote its scenario and nobody has read it yet. */
  readonly unread?: boolean
}

/** What the tests of some rules have shown, recomputed from their observations. */
export interface Coverage {
  /** In the order of the rules given, then of the correlations. */
  readonly rules: readonly RuleCoverage[]
  /** In the order of the observations given. */
  readonly observations: readonly JudgedObservation[]
}

export interface RuleCoverage {
  readonly rule: RuleKey
  readonly points: readonly CoveredPoint[]
}

export interface CoveredPoint {
  readonly point: Point
  /** What it is a point of beside the rule; null for what the rule says itself. */
  readonly ofFilter: FilterPoint | null
  /** Positions of the counted observations that cover it, ascending; of a filter document's, in whatever rule. */
  readonly coveredBy: readonly number[]
  /** The proof that nothing can cover it; null as long as there is none. */
  readonly impossible: ImpossiblePoint | null
  /** The limit at which the search for such a proof gave up; null where it did not, or there was none. */
  readonly unknown: string | null
}

/** A point of a filter document: one thing, though it stands among the points of every rule that the document applies to. */
export interface FilterPoint {
  /** What it is called in all of them: the document's key, then its id within the document. */
  readonly id: string
  /** Where it is told of: a rule in which it is covered, or as far as is known can be. */
  readonly rule: RuleKey
}

/** A proof from the solver that no event of this world covers a point. */
export interface ImpossiblePoint {
  readonly world: World
  readonly reason: string
}

/** An observation with its verdicts recomputed: whether it held, and what became of a known gap, is what they say. */
export type JudgedObservation = JudgedDetectionObservation | JudgedCorrelationObservation

interface JudgedBase extends RunObservation {
  /** Asserted, held, no known gap, neither circular nor vacuous, in a scenario that passed: what coverage is taken from. */
  readonly counted: boolean
  /** Every event was solved for the rule and states nothing that the rule reads. */
  readonly circular: boolean
  readonly vacuous: boolean
}

/** Of a detection rule, which judges each event by itself. */
export interface JudgedDetectionObservation extends JudgedBase {
  readonly kind: 'detection'
  readonly expected: Expectation
  readonly events: readonly JudgedEvent[]
}

/** Of a correlation, which judges all events together. */
export interface JudgedCorrelationObservation extends JudgedBase {
  readonly kind: 'correlation'
  readonly correlation: Correlation
  readonly expected: CorrelationExpectation
  readonly events: readonly ObservedEvent[]
  readonly judgement: CorrelationJudgement
}

export interface JudgedEvent {
  readonly event: ObservedEvent
  readonly verdict: Verdict
  readonly distance: Distance
}

/**
 * The share of covered points of one measure. A point proved impossible leaves the denominator unless it was observed
 * all the same. `unread` are the positions of observations of scenarios that nobody has read.
 */
export function coverageOf(
  points: readonly CoveredPoint[],
  measure: Measure,
  unread: ReadonlySet<number> = new Set(),
): CoverageRatio {
  const possible = points.filter(
    ({ point, impossible, coveredBy }) => point.measure === measure && (impossible === null || coveredBy.length > 0),
  )
  return {
    covered: possible.filter(({ coveredBy }) => coveredBy.length > 0).length,
    read: possible.filter(({ coveredBy }) => coveredBy.some((position) => !unread.has(position))).length,
    total: possible.length,
  }
}
