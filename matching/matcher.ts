import type { Event, Rule } from '../sigma/index.ts'

/**
 * Which rules of a set fire on an event. Every answer keeps the order in which the set was given. Whatever a matcher knows
 * of its rules beforehand, it answers as `fitsLogSource` and `evaluateRule` do, rule by rule.
 */
export interface Matcher {
  /** The rules of whose log source the event is: what can fire at all. */
  readonly candidates: (event: Event) => readonly Rule[]
  /** The rules that fire: of the log source, and the condition holds. */
  readonly firing: (event: Event) => readonly Rule[]
}
