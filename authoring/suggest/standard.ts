import type { Event, Leaf } from '../../sigma/index.ts'
import type { Draft } from './draft.ts'
import type { RuleInWords } from './rule-reading.ts'

/** What a draft is held against. */
export interface Standard {
  readonly reading: RuleInWords
  /** Leaves of the mutant that the rule is to be told from, as far as the rule has none such. */
  readonly foreign: readonly Leaf[]
  /** Whether an event is as wanted. */
  readonly accepts: (event: Event) => boolean
  /** Whether the draft gives an event that is as wanted, whatever the rest of it is filled with. */
  readonly holds: (draft: Draft) => boolean
  /** Fields that stay, because the scenario is about them. */
  readonly keep: ReadonlySet<string>
}
