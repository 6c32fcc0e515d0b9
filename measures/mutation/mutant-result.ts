import type { Witness, World } from '../../generators/index.ts'
import type { Mutant } from './mutant.ts'

/** What became of a mutant; the states of the public mutation testing schema. */
export type MutantState =
  /** A scenario would turn red: the first in the order asked, by its position in the run. */
  | { readonly kind: 'killed'; readonly by: number }
  /** Nothing kills it; an event on which it differs from the rule, or the limit that the search for one reached. */
  | { readonly kind: 'survived'; readonly witness: Witness | null; readonly limit: string | null }
  /** No scenario is about the rule. */
  | { readonly kind: 'no-coverage' }
  /** Nothing kills it, and it is proved to fire on the same events: of any kind, or of the log source. */
  | { readonly kind: 'ignored'; readonly world: World; readonly reason: string }
  /** It cannot be read as a rule; not counted. */
  | { readonly kind: 'compile-error'; readonly message: string }

export interface MutantResult {
  readonly mutant: Mutant
  readonly state: MutantState
}
