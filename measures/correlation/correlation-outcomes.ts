import type { Correlation } from '../../sigma/index.ts'
import { idOfOutcome, outcomePoint } from '../outcomes.ts'
import type { CorrelationMeasure } from './correlation-measure.ts'

/** Outcomes: the correlation was seen to fire and seen to be silent (2 points). */
export function correlationOutcomes({ condition }: Correlation): CorrelationMeasure {
  return {
    points: [outcomePoint(condition.span, 'fires'), outcomePoint(condition.span, 'silent')],
    seen: ({ judgement }) => [idOfOutcome(judgement.matches.length > 0 ? 'fires' : 'silent')],
  }
}
