import type { Correlation } from '../../sigma/index.ts'
import type { CorrelationMeasure } from './correlation-measure.ts'
import { measureOf } from './demand.ts'
import { orderDemands } from './order-demands.ts'
import { referredRuleDemands } from './referred-rule-demands.ts'

/** Detections: each referred rule was seen to be needed, and their order to matter or not. */
export function correlationDetections(correlation: Correlation): CorrelationMeasure {
  return measureOf([...referredRuleDemands(correlation), ...orderDemands(correlation)])
}
