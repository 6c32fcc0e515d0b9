import type { CorrelationOperator, Edit } from '../mutant.ts'
import type { CorrelationText } from '../text/correlation-text.ts'
import { dropGroupField } from './drop-group-field.ts'
import { dropReferredRule } from './drop-referred-rule.ts'
import { moveThreshold } from './move-threshold.ts'
import { resizeTimespan } from './resize-timespan.ts'
import { swapOrder } from './swap-order.ts'

/** Every operator of correlations, in the order in which they are tried. A new one is a file beside these and a row here. */
export const correlationOperators: Readonly<Record<CorrelationOperator, (text: CorrelationText) => Iterable<Edit>>> = {
  'move-threshold': moveThreshold,
  'resize-timespan': resizeTimespan,
  'drop-group-field': dropGroupField,
  'drop-referred-rule': dropReferredRule,
  'swap-order': swapOrder,
}

/** Their names in that order. */
export const correlationOperatorNames: readonly CorrelationOperator[] =
  Object.keys(correlationOperators).filter(isOperatorName)

function isOperatorName(name: string): name is CorrelationOperator {
  return Object.hasOwn(correlationOperators, name)
}
