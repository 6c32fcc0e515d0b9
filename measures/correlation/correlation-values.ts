import type { Correlation } from '../../sigma/index.ts'
import type { CorrelationMeasure } from './correlation-measure.ts'
import { measureOf } from './demand.ts'
import { groupByDemands } from './group-by-demands.ts'
import { thresholdDemands } from './threshold-demands.ts'
import { timespanDemands } from './timespan-demands.ts'

/**
 * Values: each bound was seen just met and just missed, the end of the window from inside and outside, each field grouped
 * by to keep two groups apart.
 */
export function correlationValues(correlation: Correlation): CorrelationMeasure {
  return measureOf([...groupByDemands(correlation), ...timespanDemands(correlation), ...thresholdDemands(correlation)])
}
