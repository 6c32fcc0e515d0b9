import { judge, type Rule, type RuleKey } from '../sigma/index.ts'
import type { JudgedEvent, JudgedObservation, RunObservation } from './coverage.ts'
import { eventsOf } from './observed-events.ts'
import type { PointId } from './point.ts'
import type { RuleMeasure } from './rule-measure.ts'
import { isCircular } from './stated.ts'
import { isVacuous } from './vacuous.ts'

/** A rule with what its measures ask of it. */
export interface MeasuredRule {
  readonly rule: Rule
  readonly measures: readonly RuleMeasure[]
}

/** An observation judged again, and the points it covers: none unless it is counted. */
export interface ObservationJudged {
  readonly judged: JudgedObservation
  readonly seen: ReadonlySet<PointId>
}

/**
 * Judges every event of an observation. Evidence is looked at and let go: a set of many events over a rule of many
 * values would not fit in memory.
 */
export function judgeObservation(
  { rule, measures }: MeasuredRule,
  run: RunObservation,
  ruleOf: (key: RuleKey) => Rule,
): ObservationJudged {
  const { observation, passed } = run
  const counted = passed && observation.held && !observation.knownGap
  const seen = new Set<PointId>()
  const circular: boolean[] = []
  const events = eventsOf(observation, ruleOf).map((event): JudgedEvent => {
    const judgement = judge(rule, event.fields)
    const blind = isCircular(rule, event)
    circular.push(blind)
    if (counted && !blind && judgement.verdict.kind !== 'wrong-log-source') {
      for (const measure of measures) {
        for (const point of measure.seen({ expected: observation.expected, event, judgement })) seen.add(point)
      }
    }
    return { event, verdict: judgement.verdict, distance: judgement.distance }
  })
  const distances = events.map((event) => event.distance)
  const judged: JudgedObservation = {
    observation,
    passed,
    events,
    counted,
    circular: circular.length > 0 && circular.every((each) => each),
    vacuous: isVacuous(rule, observation.expected, distances),
  }
  return { judged, seen }
}
