import {
  type Correlation,
  type CorrelationExpectation,
  type CorrelationJudgement,
  correlationMeets,
  judgeCorrelation,
  type RuleSet,
} from '../../sigma/index.ts'
import type { JudgedCorrelationObservation, RunObservation } from '../coverage.ts'
import { isCounted, withAnswer } from '../judge-observation.ts'
import { misplaced } from '../misplaced.ts'
import type { Observation } from '../observation.ts'
import { eventsOf, type FindRule } from '../observed-events.ts'
import type { PointId } from '../point.ts'
import type { CorrelationMeasure } from './correlation-measure.ts'

/** A correlation with what its measures ask of it. */
export interface MeasuredCorrelation {
  readonly kind: 'correlation'
  readonly rule: Correlation
  readonly measures: readonly CorrelationMeasure[]
}

/**
 * Judges an observation of a correlation again, and says which points it covers: none unless it is counted and some rule
 * that the correlation refers to fires at all.
 */
export function judgeCorrelationObservation(
  ruleSet: Pick<RuleSet, 'rules' | 'correlations'>,
  { rule, measures }: MeasuredCorrelation,
  run: RunObservation,
  ruleOf: FindRule,
): { readonly judged: JudgedCorrelationObservation; readonly seen: ReadonlySet<PointId> } {
  const events = eventsOf(run.observation, ruleOf)
  const judgement = judgeCorrelation(ruleSet, rule, events)
  const expected = expectationIn(run.observation)
  const held = events.length > 0 && correlationMeets(rule, judgement, expected)
  const judgedAgain = { ...run, observation: withAnswer(run.observation, held, held) }
  const nothingOccurred = occurredNothing(judgement)
  const doubts = { circular: false, vacuous: expected.kind === 'silent' && nothingOccurred }
  const counted = isCounted(judgedAgain, doubts)
  const occurrences = judgement.groups.flatMap((group) => group.occurrences)
  const seen =
    counted && !nothingOccurred ? measures.flatMap((each) => [...each.seen({ expected, judgement, occurrences })]) : []
  return {
    judged: { kind: 'correlation', ...judgedAgain, expected, correlation: rule, events, judgement, counted, ...doubts },
    seen: new Set(seen),
  }
}

/** Whether no rule that the correlation refers to fired on any event: its silence then says nothing. */
function occurredNothing({ occurrencesOf }: CorrelationJudgement): boolean {
  return [...occurrencesOf.values()].every((count) => count === 0)
}

function expectationIn(observation: Observation): CorrelationExpectation {
  const { expected } = observation
  switch (expected.kind) {
    case 'fires':
    case 'fires-times':
    case 'fires-only-for':
    case 'silent':
      return expected
    case 'fires-via':
    case 'silent-because':
    case 'wrong-log-source':
    case 'suppressed':
      throw misplaced(observation)
  }
}
