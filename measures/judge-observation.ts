import { closesGap, type Expectation, judge, meets, type Rule } from '../sigma/index.ts'
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
  const expected = expectationIn(run.observation)
  const seen = new Set<PointId>()
  const circular: boolean[] = []
  const met: boolean[] = []
  let isClosed = false
  const events = eventsOf(run.observation, ruleOf).map((event): JudgedEvent => {
    const judgement = judge(rule, event)
    const blind = isCircular(rule, event)
    circular.push(blind)
    met.push(meets(rule, judgement, expected))
    isClosed ||= expected.kind !== 'fires-times' && closesGap(rule, [judgement], expected)
    if (run.passed && run.observation.knownGap === null && !blind && judgement.verdict.kind !== 'wrong-log-source') {
      for (const measure of measures) {
        for (const point of measure.seen({ expected, event, judgement })) seen.add(point)
      }
    }
    return { event, verdict: judgement.verdict, distance: judgement.distance }
  })
  const distances = events.map((event) => event.distance)
  const held = isHeld(expected, met)
  const judgedAgain = {
    ...run,
    observation: withAnswer(run.observation, held, expected.kind === 'fires-times' ? held : isClosed),
  }
  const doubts = {
    circular: circular.length > 0 && circular.every((each) => each),
    vacuous: isVacuous(rule, expected, distances),
  }
  const counted = isCounted(judgedAgain, doubts)
  const judged: JudgedDetectionObservation = { kind: 'detection', ...judgedAgain, expected, events, counted, ...doubts }
  return { judged, seen: counted ? seen : nothing }
}

const nothing: ReadonlySet<PointId> = new Set()

/** What `expectationHolds` says of these events, told by whether each meets the expectation; of none nothing holds. */
function isHeld(expected: Expectation, met: readonly boolean[]): boolean {
  if (met.length === 0) return false
  return expected.kind === 'fires-times'
    ? met.filter((each) => each).length === expected.times
    : met.every((each) => each)
}

/** The observation as it comes out when it is judged again, whatever it says itself. */
export function withAnswer(observation: Observation, held: boolean, isClosed: boolean): Observation {
  return { ...observation, held, knownGap: observation.knownGap === null ? null : isClosed ? 'closed' : 'open' }
}

/** What makes a verdict that holds worth nothing. */
type Doubts = Pick<JudgedDetectionObservation, 'circular' | 'vacuous'>

/** Whether coverage is taken from an observation: asserted, held, no known gap, no doubt, in a scenario that passed. */
export function isCounted({ observation, passed }: RunObservation, { circular, vacuous }: Doubts): boolean {
  return passed && observation.held && observation.knownGap === null && !circular && !vacuous
}

function expectationIn(observation: Observation): Expectation {
  const { expected } = observation
  if (expected.kind === 'fires-only-for') throw misplaced(observation)
  return expected
}
