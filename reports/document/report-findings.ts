import type { Violation } from '../../generators/index.ts'
import type { RuleKey } from '../../sigma/index.ts'
import type { ScenarioStatus } from './report.ts'

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
    | { readonly kind: 'skipped-scenario'; readonly name: string; readonly reason: string }
    | (Outlined & {
        /** A program wrote it, and nobody has read it yet: told, and counted apart. */
        readonly kind: 'unread-scenario'
      })
    | {
        /**
         * Scenarios name a rule that can never fire, for this reason. `-here`: only fields that its log source does not have
         * stand in the way, so that it may be meant for another agent. `-allowed`: the configuration says why it may.
         */
        readonly kind: 'never-fires' | 'never-fires-here' | 'never-fires-allowed'
        readonly rule: RuleKey
        readonly reason: string
        readonly because: string | null
      }
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
    | {
        /** A value that is hardly what its writer meant: its backslashes are read otherwise than they look. */
        readonly kind: 'misread'
        readonly name: string
        readonly text: string
      }
    | (Outlined & {
        readonly kind: 'unrealistic'
        /** Hashes of the events. */
        readonly events: readonly string[]
        readonly breaches: readonly Violation[]
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
  readonly breaches: readonly Violation[]
}
