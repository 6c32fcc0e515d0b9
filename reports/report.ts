import type { Breach, Recipe, World } from '../generators/index.ts'
import type { Measure, Ratio } from '../measures/index.ts'
import type {
  CorrelationExpectation,
  CorrelationType,
  Expectation,
  Fields,
  Level,
  NodeId,
  Role,
  RuleKey,
  Severity,
  Status,
  Verdict,
} from '../sigma/index.ts'

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

interface PointBase {
  readonly id: string
  readonly place: Place
  /** Positions in `observations` of the counted ones that cover it, ascending. */
  readonly observations: readonly number[]
  /** The proof that nothing can cover it. */
  readonly impossible: { readonly world: World; readonly reason: string } | null
  /** The limit at which the search for such a proof gave up. */
  readonly unknown: string | null
}

export type PointReport =
  | (PointBase & { readonly measure: 'outcomes'; readonly answer: 'fires' | 'silent' })
  | (PointBase & {
      readonly measure: 'detections'
      readonly identifier: string
      readonly answer: 'true' | 'false' | 'suppressing'
    })
  | (PointBase & {
      readonly measure: 'values'
      readonly identifier: string
      readonly leaf: NodeId
      /** Null for a keyword. */
      readonly field: string | null
      readonly written: string
      readonly answer: 'matched' | 'unmatched'
    })
  | (PointBase & {
      readonly measure: 'mcdc'
      readonly identifier: string
      readonly leaf: NodeId
      readonly field: string | null
      readonly written: string
      /** The leaf decided the verdict while it answered so. */
      readonly answer: 'true' | 'false'
    })

export type MeasureRatios = Readonly<Record<Measure, Ratio>>

/** Coverage summed up by what rules have in common, each list by name. A rule with two tags counts in both. */
export interface CoverageGroups {
  readonly tags: readonly CoverageGroup[]
  /** With all that lies below them. */
  readonly folders: readonly CoverageGroup[]
}

export interface CoverageGroup {
  readonly name: string
  readonly rules: number
  readonly coverage: MeasureRatios
}

export interface ThresholdReport {
  /** A measure of coverage; or rules that have a firing and a silent scenario, or a suppressing one for each filter. */
  readonly measure: Measure | 'scenarios' | 'suppression'
  /** As the user wrote it; null for all rules. */
  readonly path: string | null
  /** The rules below that path; null for all. */
  readonly rules: readonly RuleKey[] | null
  /** In per cent. */
  readonly wanted: number
  readonly ratio: Ratio
  readonly met: boolean
}

export interface NextPoints {
  readonly rule: RuleKey
  /** The nearest first. */
  readonly points: readonly {
    readonly point: string
    /**
     * How many values would have to answer otherwise on the nearest observed event; 0 where its scenario does not state
     * or name what it takes. Null where nothing came near.
     */
    readonly distance: number | null
  }[]
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
  readonly status: ScenarioStatus
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
  readonly breaches: readonly Breach[]
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

/** Something a reader should know or act on, with the line to go to. */
export type Finding = FindingBase &
  (
    | {
        readonly kind: 'unreadable-rule'
        readonly column: number
        readonly code: string
        readonly message: string
        readonly hint: string
      }
    | (Outlined & { readonly kind: 'closed-gap' | 'known-gap' })
    | { readonly kind: 'failed-scenario'; readonly name: string; readonly status: ScenarioStatus }
    | { readonly kind: 'rule-without-scenario'; readonly rule: RuleKey }
    | {
        readonly kind: 'uncovered'
        readonly rule: RuleKey
        readonly point: string
        readonly text: string
        /** The limit at which the search for a proof that nothing covers it gave up. */
        readonly unknown: string | null
      }
    | {
        /** No event of any kind covers it: a fault in the rule. Or none that its log source writes: a note. */
        readonly kind: 'impossible' | 'impossible-here'
        readonly rule: RuleKey
        readonly point: string
        readonly text: string
        readonly reason: string
      }
    | {
        readonly kind: 'circular' | 'vacuous'
        readonly rule: RuleKey
        readonly name: string
        readonly observation: number
      }
    | (Outlined & {
        readonly kind: 'unrealistic'
        /** Hashes of the events. */
        readonly events: readonly string[]
        readonly breaches: readonly Breach[]
      })
  )

interface FindingBase {
  readonly path: string
  readonly line: number
}

/** A scenario, or an outline with all of its rows that the finding is about. */
interface Outlined {
  readonly name: string
  readonly rules: readonly RuleKey[]
  /** What tells the scenarios apart: the values of their Examples rows, or of the tables in the steps. */
  readonly examples: readonly string[]
}

/** What is missing for one rule. */
export interface RuleSuggestions {
  readonly rule: RuleKey
  readonly scenarios: readonly SuggestedScenario[]
  /** Points for which there is no scenario, by id, and why. */
  readonly open: readonly { readonly point: string; readonly reason: string }[]
}

/** A scenario or an outline, ready to paste. */
export interface SuggestedScenario {
  readonly name: string
  /** Gherkin, indented as in a feature. */
  readonly text: string
  /** How many scenarios it is: the rows of an outline, else 1. */
  readonly scenarios: number
  /** The points left uncovered that it covers, sorted. */
  readonly points: readonly string[]
  /** What makes its events unlike any that the log source writes. */
  readonly breaches: readonly Breach[]
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
