import type { Change, EventStep, Violation } from '../generators/index.ts'
import type { Expectation, RuleKey } from '../sigma/index.ts'
import type { PointId } from './point.ts'

/** A scenario that is missing, as data: what happens in it, what it expects, and what it is good for. */
export interface Suggestion {
  readonly rule: RuleKey
  readonly title: SuggestionTitle
  /** One event, made around what it states or taken as it is. Its chance is left to the place where the scenario will stand. */
  readonly event: SuggestedEvent
  /** What the vocabulary calls a made event; null for one that is taken as it is. */
  readonly eventName: string | null
  /** What a table of values cannot say: absence, null, a text of several lines. */
  readonly changes: readonly SuggestedChange[]
  readonly expected: Expectation
  /** Every point that it covers, whatever the rest of its event is filled with, sorted; of one for a mutant none are told. */
  readonly covers: readonly PointId[]
  /** The id of the mutant that it kills; null when it was made for points. */
  readonly kills: string | null
  /** What makes its event unlike any that the log source writes; empty for a realistic one. */
  readonly breaches: readonly Violation[]
}

/** What a scenario is called: words that alike scenarios share, and the value of the rule that it is about. */
export interface SuggestionTitle {
  readonly words: string
  readonly value: string | null
}

export type SuggestedEvent = EventStep & { readonly kind: 'composed' | 'verbatim' }

export type SuggestedChange = Change & { readonly kind: 'set' | 'remove' }
