import type { CorrelationType, Level, Role, RuleKey, Severity, Status } from '../../sigma/index.ts'
import type { CoverageGroups, MeasureRatios, NextPoints, PointReport, ThresholdReport } from './report-coverage.ts'
import type { Finding, RuleSuggestions } from './report-findings.ts'
import type { EventReport, ObservationReport, StatementReport } from './report-observations.ts'

export type {
  CoverageGroup,
  CoverageGroups,
  MeasureRatios,
  NextPoints,
  PointReport,
  ThresholdReport,
} from './report-coverage.ts'
export type { Finding, RuleSuggestions } from './report-findings.ts'
export type {
  CorrelationObservationReport,
  DetectionObservationReport,
  EventReport,
  MatchReport,
  ObservationReport,
  ObservedEventReport,
  StatementReport,
  TimedEventReport,
} from './report-observations.ts'

/**
 * Everything a run has to say: the one document that every format reads. Published as `report.schema.json`. What may
 * differ between two equal runs stands under `run`; the rest is sorted, and the same for the same rules, features and seed.
 */
export interface Report {
  readonly version: 1
  readonly seed: string
  /** By key. */
  readonly rules: readonly RuleReport[]
  /** Files with a rule that could not be read, by path. */
  readonly unreadable: readonly UnreadableFile[]
  /** By uri and line. */
  readonly scenarios: readonly ScenarioReport[]
  /** In the order of the scenarios, and within one as asserted. A position in this list stands for the observation. */
  readonly observations: readonly ObservationReport[]
  /** What is said of several rules together, or of a rule without an event; in the order of the scenarios. */
  readonly statements: readonly StatementReport[]
  /** Each once, by its hash. */
  readonly events: readonly EventReport[]
  readonly totals: Totals
  readonly groups: CoverageGroups
  /** What was asked for, first of all rules, then by path. */
  readonly thresholds: readonly ThresholdReport[]
  /** Where a threshold is missed, by rule key, the uncovered points that it asks for. */
  readonly next: readonly NextPoints[]
  readonly findings: readonly Finding[]
  /** For each rule with points left uncovered, by key, what would cover them; empty unless asked for. */
  readonly suggestions: readonly RuleSuggestions[]
  /** Whether suggestions were asked for: if there are none then, nothing is missing. */
  readonly suggested: boolean
  readonly run: RunReport
}

/** A stretch of a file: offsets in its text with LF ends, lines and columns from 1, ends exclusive. */
export interface Place {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface RuleReport {
  readonly kind: 'detection' | 'correlation'
  readonly key: RuleKey
  readonly title: string
  readonly id: string | null
  /** DRL 1.1 asks that he is named wherever a match of the rule is shown. */
  readonly author: string | null
  readonly license: string | null
  readonly level: Level | null
  readonly status: Status | null
  readonly tags: readonly string[]
  readonly logsource: {
    readonly category: string | null
    readonly product: string | null
    readonly service: string | null
  }
  /** What a correlation counts or orders; null for a detection rule. A correlation's log source is that of its rules. */
  readonly correlation: CorrelationReport | null
  /** Hash of what the rule means; observations carry the same. */
  readonly meaning: string
  /** The lines of the rule's document; the whole file where it holds only one. */
  readonly text: string
  /** The line of the file on which `text` begins. */
  readonly firstLine: number
  readonly identifiers: readonly IdentifierReport[]
  readonly points: readonly PointReport[]
  readonly coverage: MeasureRatios
  readonly verdicts: VerdictCounts
  /** Warnings. */
  readonly problems: readonly ProblemReport[]
}

export interface CorrelationReport {
  readonly type: CorrelationType
  /** The rules it refers to, in the order listed. */
  readonly rules: readonly RuleKey[]
  readonly groupBy: readonly string[]
  /** As written: `10m`. */
  readonly timespan: string
}

export interface IdentifierReport {
  readonly name: string
  readonly role: Role
  readonly place: Place
}

/**
 * Events judged by assertions that held, outside known gaps and failed scenarios. A correlation judges all events of a
 * scenario together: they count as one, and as missed where it is silent.
 */
export interface VerdictCounts {
  readonly fires: number
  readonly suppressed: number
  readonly missed: number
  readonly wrongLogSource: number
  /** For each filter in the order written: events it kept silent, and those it kept silent alone. */
  readonly filters: readonly { readonly name: string; readonly suppressed: number; readonly alone: number }[]
}

export interface ProblemReport {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint: string
  readonly place: Place
}

export interface UnreadableFile {
  readonly path: string
  readonly text: string
  /** Titles of the rules concerned, where they have one. */
  readonly titles: readonly string[]
  readonly problems: readonly ProblemReport[]
}

export type ScenarioStatus =
  | 'passed'
  | 'failed'
  | 'skipped'
  | 'pending'
  | 'undefined'
  | 'ambiguous'
  | 'unknown'
  | 'not-run'

/** `open`: the rule still gives the wrong verdict. `closed`: it gives the right one, at least on some event. */
export type GapState = 'open' | 'closed'

export interface ScenarioReport {
  readonly uri: string
  /** Line of the scenario, or of its Examples row. */
  readonly line: number
  readonly feature: string
  readonly name: string
  readonly tags: readonly string[]
  /** As it came out when it was judged again; `unknown` where a step of ours left no verdict. */
  readonly status: ScenarioStatus
  /** Whether it names a rule or uses a step of ours. */
  readonly ours: boolean
  /** Whether the run is red for it: not for what others skip. */
  readonly isRed: boolean
  /** Why it was not run, where that was on purpose (`@skip`); else null. */
  readonly skipped: string | null
  /** Null where no known gap was judged. */
  readonly knownGap: GapState | null
  /** The outline that the row belongs to; null for a plain scenario. */
  readonly outline: OutlineReport | null
  readonly steps: readonly StepReport[]
}

export interface OutlineReport {
  readonly line: number
  readonly name: string
  readonly row: readonly { readonly name: string; readonly value: string }[]
}

export interface StepReport {
  readonly line: number
  readonly text: string
  /** Its data table; empty when it has none. */
  readonly table: readonly (readonly string[])[]
}

export interface Totals {
  readonly rules: number
  readonly unreadable: number
  readonly scenarios: Readonly<Record<ScenarioStatus, number>>
  readonly gaps: Readonly<Record<GapState, number>>
  readonly observations: number
  readonly counted: number
  /** Pairs of an assertion and an event; an assertion about a correlation counts once. */
  readonly verdicts: number
  /** Different events. */
  readonly events: number
  readonly unrealistic: number
  readonly coverage: MeasureRatios
}

/** What may differ between two equal runs. */
export interface RunReport {
  readonly started: string | null
  readonly finished: string | null
  /** Versions by product name: Cucumber, the runtime, the operating system. */
  readonly versions: Readonly<Record<string, string>>
  readonly scenarios: readonly ScenarioRun[]
}

export interface ScenarioRun {
  readonly uri: string
  readonly line: number
  /** How often it was tried, the last time included. */
  readonly attempts: number
  readonly milliseconds: number
  readonly worker: string | null
}
