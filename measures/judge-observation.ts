import { type Expectation, judge, type Rule } from '../sigma/index.ts'
import type { JudgedDetectionObservation, JudgedEvent, RunObservation } from './coverage.ts'
import { misplaced } from './misplaced.ts'
import type { Observation } from './observation.ts'
import { eventsOf, type FindRule } from './observed-events.ts'
import type { PointId } from './point.ts'
import type { RuleMeasure } from './rule-measure.ts'
import { isCircular } from './stated.ts'
import { isVacuous } from './vacuous.ts'

/** A rule with what its measures ask of it. */
export interface MeasuredRule {
  readonly kind: 'detection'
  readonly rule: Rule
  readonly measures: readonly RuleMeasure[]
}

/** An observation judged again, and the points it covers: none unless it is counted. */
export interface ObservationJudged {
  readonly judged: JudgedDetectionObservation
  readonly seen: ReadonlySet<PointId>
}

/**
 * Judges every event of an observation. Evidence is looked at and let go: a set of many events over a rule of many
 * values would not fit in memory.
 */
export function judgeObservation(
  { rule, measures }: MeasuredRule,
  run: RunObservation,
  ruleOf: FindRule,
): ObservationJudged {
  const { observation } = run
  const expected = expectationIn(observation)
  const counted = isCounted(run)
  const seen = new Set<PointId>()
  const circular: boolean[] = []
  const events = eventsOf(observation, ruleOf).map((event): JudgedEvent => {
    const judgement = judge(rule, event)
    const blind = isCircular(rule, event)
    circular.push(blind)
    if (counted && !blind && judgement.verdict.kind !== 'wrong-log-source') {
      for (const measure of measures) {
        for (const point of measure.seen({ expected, event, judgement })) seen.add(point)
      }
    }
    return { event, verdict: judgement.verdict, distance: judgement.distance }
  })
  const distances = events.map((event) => event.distance)
  const judged: JudgedDetectionObservation = {
    kind: 'detection',
    ...run,
    expected,
    events,
    counted,
    circular: circular.length > 0 && circular.every((each) => each),
    vacuous: isVacuous(rule, expected, distances),
  }
  return { judged, seen }
}

/** Whether coverage is taken from an observation: asserted, held, no known gap, in a scenario that passed. */
export function isCounted({ observation, passed }: RunObservation): boolean {
  return passed && observation.held && observation.knownGap === null
}

function expectationIn(observation: Observation): Expectation {
  const { expected } = observation
  if (expected.kind === 'fires-only-for') throw misplaced(observation)
  return expected
}
