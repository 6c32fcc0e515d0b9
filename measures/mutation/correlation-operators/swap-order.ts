import type { Edit } from '../mutant.ts'
import type { CorrelationText } from '../text/correlation-text.ts'
import { reworded } from '../text/reworded.ts'

/** Asks for an order of the rules where none was asked for, and the other way round. */
export function* swapOrder({ document: { type, typeSpan, rules }, source }: CorrelationText): Generator<Edit> {
  if (rules.length < 2 || (type !== 'temporal' && type !== 'temporal_ordered')) return
  const other = type === 'temporal' ? 'temporal_ordered' : 'temporal'
  yield { node: 'type', variant: '', ...reworded(source, typeSpan, type, other) }
}
