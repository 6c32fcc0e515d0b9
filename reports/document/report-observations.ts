import type { Recipe, Violation } from '../../generators/index.ts'
import type { CorrelationExpectation, Expectation, Fields, RuleKey, Verdict } from '../../sigma/index.ts'

export type ObservationReport = DetectionObservationReport | CorrelationObservationReport

interface ObservationBase {
  readonly rule: RuleKey
  readonly uri: string
  readonly line: number
  readonly step: { readonly line: number; readonly text: string }
  readonly held: boolean
  readonly knownGap: boolean
  readonly counted: boolean
  readonly circular: boolean
  readonly vacuous: boolean
  readonly recipe: Recipe
}

/** Of a detection rule, which judges each event by itself. */
export interface DetectionObservationReport extends ObservationBase {
  readonly kind: 'detection'
  readonly expected: Expectation
  readonly events: readonly ObservedEventReport[]
}

/** Of a correlation, which judges all events together. */
export interface CorrelationObservationReport extends ObservationBase {
  readonly kind: 'correlation'
  readonly expected: CorrelationExpectation
  readonly events: readonly TimedEventReport[]
  /** Each time that it fires, in order of time. */
  readonly matches: readonly MatchReport[]
}

/** A Then that is no verdict of one rule: a claim, or which rules fire at all. It covers no point. */
export interface StatementReport {
  readonly kind: 'claim' | 'alarm'
  /** The rule claimed of; all rules that may fire. */
  readonly rules: readonly RuleKey[]
  readonly uri: string
  readonly line: number
  readonly step: { readonly line: number; readonly text: string }
  readonly held: boolean
  readonly knownGap: boolean
  /** Hashes of the report's events; a claim has none. */
  readonly events: readonly string[]
}

export interface TimedEventReport {
  /** Hash of one of the report's events. */
  readonly event: string
  readonly stated: 'every' | readonly string[]
  /** By the scenario's clock, in milliseconds since 1970. */
  readonly time: number
}

export interface MatchReport {
  /** In milliseconds since 1970. */
  readonly time: number
  /** The text of each field it groups by. */
  readonly group: readonly { readonly field: string; readonly text: string }[]
  /** Positions in `events` of those that its window counts. */
  readonly events: readonly number[]
}

export interface ObservedEventReport {
  /** Hash of one of the report's events. */
  readonly event: string
  readonly stated: 'every' | readonly string[]
  readonly verdict: Verdict
  readonly distance: number | 'far'
}

export interface EventReport {
  readonly hash: string
  readonly fields: Fields
  /** Empty for a realistic event. */
  readonly breaches: readonly Violation[]
}
