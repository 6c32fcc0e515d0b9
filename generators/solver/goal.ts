import type { Fields, NodeId } from '../../sigma/index.ts'
import type { Breach } from '../facts.ts'

/** What is wanted of an event. More goals come with the general solver; this is where they stand. */
export type Goal =
  | { readonly kind: 'fires' }
  /** Fires, and would not if this search identifier or field did not match. */
  | { readonly kind: 'fires-via'; readonly part: string }

/** `logic`: no event of any kind. `source`: none that this log source writes. */
export type World = 'logic' | 'source'

/** The solver's three answers. "I gave up" is never called impossible. */
export type Answer =
  | { readonly kind: 'witness'; readonly events: readonly Witness[] }
  | { readonly kind: 'impossible'; readonly world: World; readonly clash: readonly NodeId[]; readonly reason: string }
  | { readonly kind: 'unknown'; readonly limit: string }

/** An event that the evaluator has confirmed. */
export interface Witness {
  readonly fields: Fields
  readonly eventId: number | null
  /** Empty for a realistic event. */
  readonly breaches: readonly Breach[]
}
