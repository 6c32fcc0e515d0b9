import type { Recipe, Violation } from '../generators/index.ts'
import type { CorrelationExpectation, Event, Expectation, RuleKey } from '../sigma/index.ts'

/** The attachment's media type. */
export const observationMediaType = 'application/vnd.sigmaproof.observation+json'

/**
 * What one assertion leaves behind about one rule: one attachment each. Evidence is not in it: it is recomputed from
 * the rule whose meaning has this hash; another hash is an error.
 */
export interface Observation {
  readonly version: 2
  /** A detection rule or a correlation. */
  readonly rule: RuleKey
  /** Hash of what the rule means (`meaningOf`). */
  readonly meaning: string
  readonly expected: Expectation | CorrelationExpectation
  /** The verdict was the one asked for, on every event. */
  readonly held: boolean
  /** Null outside a known gap; `closed` as soon as any event's verdict is right, or the one wanted for another cause. */
  readonly knownGap: 'open' | 'closed' | null
  readonly scenario: ScenarioReference
  readonly recipe: Recipe
  readonly events: ObservedEvents
}

/** Where an assertion stands: the scenario or Examples row, and the step. */
export interface ScenarioReference {
  /** From the project root with `/`. */
  readonly uri: string
  readonly name: string
  /** Line of the scenario, or of its Examples row. */
  readonly line: number
  readonly stepLine: number
  readonly stepText: string
}

/** Events are carried whole; over 200 made ones as recipe and hash, to be played again. */
export type ObservedEvents =
  | { readonly kind: 'whole'; readonly events: readonly ObservedEvent[] }
  | { readonly kind: 'replay'; readonly count: number; readonly hash: string }

export interface ObservedEvent extends Event {
  /** `every`: not solved for the rule judged. Else the fields the scenario stated, facts' derivations included. */
  readonly stated: 'every' | readonly string[]
  readonly breaches: readonly Violation[]
  /** When it happened by the scenario's clock, in milliseconds since 1970. */
  readonly time: number
}
