import type { Rule } from '../sigma/index.ts'
import { detectionsOf } from './detections.ts'
import { decisionsOf } from './mcdc.ts'
import { outcomesOf } from './outcomes.ts'
import type { Measure, RulePoint } from './point.ts'
import type { MeasureRule, RuleMeasure } from './rule-measure.ts'
import { valuesOf } from './values.ts'

/** Every measure. A new one is a file beside these and a row here. */
export const ruleMeasures: Readonly<Record<Measure, MeasureRule>> = {
  outcomes: outcomesOf,
  detections: detectionsOf,
  values: valuesOf,
  mcdc: decisionsOf,
}

/** The measures of one rule. */
export function measuresOf(rule: Rule): readonly RuleMeasure[] {
  return Object.values(ruleMeasures).map((measure) => measure(rule))
}

/** All points of a rule: outcomes, then detections, values and mcdc, each in the order written. */
export function pointsOf(rule: Rule): readonly RulePoint[] {
  return measuresOf(rule).flatMap((measure) => measure.points)
}
