import type { Rule, Span } from '../sigma/index.ts'
import type { OutcomePoint } from './point.ts'
import type { RuleMeasure, Sighting } from './rule-measure.ts'

/** Outcomes: the rule was seen to fire and seen to be silent (2 points). */
export function outcomesOf({ condition }: Rule): RuleMeasure {
  return {
    points: [outcomePoint(condition.span, 'fires'), outcomePoint(condition.span, 'silent')],
    seen: ({ judgement }: Sighting) => [idOfOutcome(judgement.verdict.kind === 'fires' ? 'fires' : 'silent')],
  }
}

/** The point that a rule with its condition in this place is covered by when it is seen to do so. */
export function outcomePoint(span: Span, answer: OutcomePoint['answer']): OutcomePoint {
  return { kind: 'outcome', measure: 'outcomes', id: idOfOutcome(answer), span, answer }
}

/** What that point is called. */
export function idOfOutcome(answer: OutcomePoint['answer']): string {
  return `outcomes/${answer}`
}
