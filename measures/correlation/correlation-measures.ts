import type { Correlation } from '../../sigma/index.ts'
import type { Measure } from '../point.ts'
import { correlationDetections } from './correlation-detections.ts'
import type { CorrelationMeasure, MeasureCorrelation } from './correlation-measure.ts'
import { correlationOutcomes } from './correlation-outcomes.ts'
import { correlationValues } from './correlation-values.ts'

/** The measures that correlations have. A new one is a file beside these and a row here. */
const measures: Readonly<Partial<Record<Measure, MeasureCorrelation>>> = {
  outcomes: correlationOutcomes,
  detections: correlationDetections,
  values: correlationValues,
}

/** The measures of one correlation. */
export function measuresOfCorrelation(correlation: Correlation): readonly CorrelationMeasure[] {
  return Object.values(measures).map((measure) => measure(correlation))
}
