import type { Correlation } from './correlation.ts'
import type { CorrelationJudgement } from './correlation-judgement.ts'

/** What a Then step asks of a correlation, about everything that happened. `field` is one that it groups by. */
export type CorrelationExpectation =
  | { readonly kind: 'fires' }
  | { readonly kind: 'fires-times'; readonly times: number }
  /** It fires, and every time for a group with this text in the field. */
  | { readonly kind: 'fires-only-for'; readonly field: string; readonly value: string }
  | { readonly kind: 'silent' }

/** Whether the correlation does what was expected. */
export function correlationMeets(
  correlation: Correlation,
  { matches }: CorrelationJudgement,
  expectation: CorrelationExpectation,
): boolean {
  switch (expectation.kind) {
    case 'fires':
      return matches.length > 0
    case 'fires-times':
      return matches.length === expectation.times
    case 'fires-only-for': {
      const at = correlation.groupBy.findIndex(({ field }) => field === expectation.field)
      return matches.length > 0 && matches.every(({ group }) => group[at] === expectation.value)
    }
    case 'silent':
      return matches.length === 0
  }
}
