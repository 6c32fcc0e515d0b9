import type { Event, Fields, Json, Rule, RuleKey } from '../sigma/index.ts'
import type { Goal } from './solver/goal.ts'
import type { Violation } from './violations/violation.ts'

/**
 * The Givens and Whens of a scenario as plain data. `playRecipe` makes the same events of it in the World, in the
 * mutation judge and wherever a report is read again.
 */
export interface Recipe {
  /** The run's seed. */
  readonly seed: string
  readonly steps: readonly RecipeStep[]
}

/** What the steps of each kind hold. */
interface RecipeSteps {
  /** Solved so that the goal holds for every rule named; `chance` keys the randomness. */
  readonly solved: {
    readonly rules: readonly RuleKey[]
    readonly goal: RecipeGoal
    readonly count: number
    readonly chance: string
    /** Milliseconds: the first event now, the last exactly so much later, the others evenly between. Else all now. */
    readonly within?: number
    /** There where a correlation counts such events: then equal ones may repeat. */
    readonly alike?: readonly Alike[]
  }
  /** A realistic event made without looking at any rule; each row states fields of one event. */
  readonly composed: {
    readonly eventId: number
    readonly rows: readonly Fields[]
    readonly chance: string
    /** For each row when it happens, in milliseconds from now. Else all now. */
    readonly offsets?: readonly number[]
    readonly alike?: readonly Alike[]
  }
  /** Taken as it is, flattened: nothing filled in, nothing put right. */
  readonly verbatim: { readonly events: readonly Event[] }
  /** The clock moves on by so many milliseconds. */
  readonly pass: { readonly duration: number }
  /** Set to each of these values in turn: one event per value. */
  readonly set: { readonly field: string; readonly values: readonly Json[] }
  /** Set to each of these accounts in turn, given as `DOMAIN\\name`: each event writes it as the field does. */
  readonly account: { readonly field: string; readonly accounts: readonly string[] }
  readonly remove: { readonly field: string }
  /** First, last and seeded addresses between of each network, in Sysmon's spelling. */
  readonly inside: { readonly field: string; readonly networks: readonly string[]; readonly chance: string }
  /** The neighbour at each end of each network. */
  readonly outside: { readonly field: string; readonly networks: readonly string[] }
  /** `found` is replaced by `replacement`; it must stand there exactly once, letter case ignored. */
  readonly replace: { readonly field: string; readonly found: string; readonly replacement: string }
  /** Two events: the text once without its first, once without its last character. */
  readonly shorten: { readonly field: string; readonly text: string }
  readonly 'letter-case': { readonly field: string; readonly letterCase: 'upper' | 'lower' }
}

export type RecipeKind = keyof RecipeSteps

/**
 * A step of one of these kinds. An event step replaces the events of the one before it, unless time has passed since: then
 * it adds. A change alters every event of the latest event step; what it sets is *stated* from then on. In a pass of time
 * nothing happens.
 */
export type RecipeStep<Kind extends RecipeKind = RecipeKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & RecipeSteps[Each]
}[Kind]

export type EventStep = RecipeStep<'solved' | 'composed' | 'verbatim'>

export type Change = RecipeStep<Exclude<RecipeKind, EventStep['kind'] | 'pass'>>

/** The goals that a scenario has words for; the others are the solver's alone. */
export type RecipeGoal = Extract<Goal, { readonly kind: 'fires' | 'fires-via' }>

/** A field by which a correlation groups: alike in all events of a scenario, except where that sets it. */
export interface Alike {
  /** What the correlation calls it. */
  readonly group: string
  /** What it is called in these events. */
  readonly field: string
}

/** An event with what a scenario knows of it. */
export interface MadeEvent extends Event {
  /** The Sysmon event whose schema it follows; null for a verbatim event. */
  readonly eventId: number | null
  /** The rules the solver looked at to make it; empty when it was made without looking at any. */
  readonly solvedFor: readonly RuleKey[]
  /** Fields stated since it was made, those that a named fact derives from them included. Sorted. */
  readonly stated: readonly string[]
  /** Those of `stated` that follow others by a named fact: a later change may set them anew. Sorted. */
  readonly derived: readonly string[]
  /** What makes it unlike anything the log source writes; empty for a realistic event. */
  readonly breaches: readonly Violation[]
  /** When it happens by the scenario's clock, in milliseconds since 1970. */
  readonly time: number
  /** The fields in which it is like the others. */
  readonly alike: readonly Alike[]
  /** Its place among the events as they were made; those that a list of values makes of one event share it. */
  readonly made: number
}

/** What has happened in a scenario so far. */
export interface Scene {
  readonly events: readonly MadeEvent[]
  /** The latest event step: where its events begin, and what the clock said. */
  readonly latest: { readonly from: number; readonly time: number }
  /** The clock, in milliseconds since 1970. */
  readonly time: number
  /** Whether time has passed since the latest event step. */
  readonly hasPassed: boolean
}

/** What a recipe, or one step of it, leaves, with what deserves a note in the log. */
export interface Played extends Scene {
  readonly warnings: readonly string[]
}

/** What playing a step needs beside the events: the run's seed, and the rules that it may name. */
export interface PlayContext {
  readonly seed: string
  readonly rules: (key: RuleKey) => Rule
}
