import type { Impossible } from './coverage.ts'

/** What the solver says of covering a point: an event could, none can, or the limit at which it gave up. */
export type Proof =
  | { readonly kind: 'possible' }
  | { readonly kind: 'impossible'; readonly impossible: Impossible }
  | { readonly kind: 'unknown'; readonly limit: string }
