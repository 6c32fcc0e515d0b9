import { hasWholeValues } from '../../correlation/held-values.ts'
import { stepOf } from '../../correlation/threshold-step.ts'
import type { Edit } from '../mutant.ts'
import type { CorrelationText } from '../text/correlation-text.ts'
import { yamlPlacesIn } from '../text/yaml-places.ts'

/** Moves a bound of the condition by a step: by 1, or by the last decimal place in which it is written. */
export function* moveThreshold({ document, source }: CorrelationText): Generator<Edit> {
  const { condition, type } = document
  if (condition.kind === 'expression' || condition.isDefault) return
  for (const { operator, value, span } of condition.bounds) {
    const number = yamlPlacesIn(source).entryAt(span)?.entry.value.span
    if (number === undefined) continue
    const { below, above } = stepOf(value, hasWholeValues(type))
    const node = `condition/${operator}/${value}`
    yield { node, variant: 'lower', span: number, text: String(below) }
    yield { node, variant: 'higher', span: number, text: String(above) }
  }
}
