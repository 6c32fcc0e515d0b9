import type { Rule } from '../sigma/index.ts'
import type { OutcomePoint } from './point.ts'
import type { RuleMeasure, Sighting } from './rule-measure.ts'

/** Outcomes: the rule was seen to fire and seen to be silent (2 points). */
export function outcomesOf(rule: Rule): RuleMeasure {
  return {
    points: [outcome(rule, 'fires'), outcome(rule, 'silent')],
    seen: ({ judgement }: Sighting) => [idOf(judgement.verdict.kind === 'fires' ? 'fires' : 'silent')],
  }
}

function outcome(rule: Rule, answer: OutcomePoint['answer']): OutcomePoint {
  return { measure: 'outcomes', id: idOf(answer), span: rule.condition.span, answer }
}

function idOf(answer: OutcomePoint['answer']): string {
  return `outcomes/${answer}`
}
