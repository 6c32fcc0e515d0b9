import type { Witness, World } from '../../../generators/index.ts'
import type { Suggestion } from '../../suggestion.ts'
import type { Mutant } from '../mutant.ts'

/** Where a scenario stands. */
export interface JudgingScenario {
  readonly uri: string
  readonly line: number
  readonly name: string
  /** A program wrote it and nobody has read it yet. */
  readonly unread?: boolean
}

/** What became of a mutant; the states of the public mutation testing schema. */
export type MutantState =
  /** A scenario would turn red: the first in the order asked, in which those that somebody has read come first. */
  | { readonly kind: 'killed'; readonly by: JudgingScenario }
  /** Nothing kills it, though it means something else, as far as is known. */
  | ({ readonly kind: 'survived' } & Survival)
  /** No scenario is about the document; about a filter document those are that are about a rule it applies to. */
  | { readonly kind: 'no-coverage' }
  /** Nothing kills it, and it is proved to fire on the same events: of any kind, or of the log source. */
  | { readonly kind: 'ignored'; readonly world: World; readonly reason: string }
  /** It cannot be read; not counted. */
  | { readonly kind: 'compile-error'; readonly message: string }

/** What is known of a mutant that survived. */
export interface Survival {
  /** An event on which a rule differs for it; null where the search for one reached its limit. */
  readonly witness: Witness | null
  readonly limit: string | null
  /** The scenario that kills it; null where there is no event, or none that can be told in a feature. */
  readonly suggestion: Suggestion | null
}

export interface MutantResult {
  readonly mutant: Mutant
  readonly state: MutantState
}
