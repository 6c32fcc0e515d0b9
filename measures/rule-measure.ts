import type { Expectation, Judgement, Rule } from '../sigma/index.ts'
import type { ObservedEvent } from './observation.ts'
import type { PointId, RulePoint } from './point.ts'

/** One event of a counted observation under the rule's log source, and what the rule says of it. */
export interface Sighting {
  readonly expected: Expectation
  readonly event: ObservedEvent
  readonly judgement: Judgement
}

/** What one measure asks of one rule: all its points, and those that a sighting covers. */
export interface RuleMeasure {
  readonly points: readonly RulePoint[]
  readonly seen: (sighting: Sighting) => Iterable<PointId>
}

/** Makes a measure of a rule: what can be known before any event is seen is worked out once. */
export type MeasureRule = (rule: Rule) => RuleMeasure
