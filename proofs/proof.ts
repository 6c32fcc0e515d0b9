import type { World } from '../generators/index.ts'

/** What is known of a question: an event says yes, none can, or the limit at which the solver gave up. */
export type Proof =
  | { readonly kind: 'possible' }
  | { readonly kind: 'impossible'; readonly world: World; readonly reason: string }
  | { readonly kind: 'unknown'; readonly limit: string }

/**
 * The one of several proofs that speaks for all: the first event is enough; what is open leaves all open; where none can be,
 * the weakest world counts, as a proof of this log source says less than one of logic. No more are looked at than that takes.
 * Null for none at all.
 */
export function folded<Part extends Proof>(parts: Iterable<Part>): Part | null {
  const others: Part[] = []
  for (const part of parts) {
    if (part.kind === 'possible') return part
    others.push(part)
  }
  return (
    others.find(({ kind }) => kind === 'unknown') ??
    others.find((part) => part.kind === 'impossible' && part.world === 'source') ??
    others[0] ??
    null
  )
}
