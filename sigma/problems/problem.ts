import type { Span } from '../source.ts'

/**
 * `E-…` rejects the rule, `W-…` keeps it. The closed list of codes is section 0 of the semantics. A note is what a `W-…`
 * says where nothing has to be wrong: it makes no run fail, with or without `--strict`.
 */
export type Severity = 'error' | 'warning' | 'note'

/** What is wrong in a rule, as a value: stages collect problems and go on; words and frames are added at the edge. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly span: Span
  readonly message: string
  /** What to write instead; empty when the message says it all. */
  readonly hint: string
  /** The title of the rule concerned, where it has one. */
  readonly rule: string | null
}

/** Takes a problem from the stage that found it; the stage goes on. */
export type ReportProblem = (problem: Problem) => void

export const errorCodes = [
  'E-FILE',
  'E-YAML',
  'E-DOC',
  'E-ACTION',
  'E-VERSION',
  'E-TITLE',
  'E-LOGSOURCE',
  'E-DETECTION-MISSING',
  'E-DETECTION-EMPTY',
  'E-DETECTION-TYPE',
  'E-KEYWORD',
  'E-NUMBER',
  'E-MODIFIER-UNKNOWN',
  'E-MODIFIER-ORDER',
  'E-MODIFIER-CONFLICT',
  'E-MODIFIER-VALUE',
  'E-EXISTS',
  'E-REGEX',
  'E-CIDR',
  'E-BASE64-WILDCARD',
  'E-FIELDREF-WILDCARD',
  'E-PLACEHOLDER',
  'E-CONDITION-MISSING',
  'E-CONDITION-SYNTAX',
  'E-CONDITION-PIPE',
  'E-CONDITION-UNKNOWN',
  'E-CONDITION-NOMATCH',
  'E-CORR-TYPE',
  'E-CORR-KEY',
  'E-CORR-RULES',
  'E-CORR-REF',
  'E-CORR-CYCLE',
  'E-CORR-TIMESPAN',
  'E-CORR-CONDITION',
  'E-CORR-FIELD',
  'E-CORR-ALIAS',
  'E-CORR-GROUPBY',
  'E-CORR-GENERATE',
  'E-FILTER-RULES',
  'E-FILTER-CONDITION',
  'E-FILTER-EMPTY',
  'E-FILTER-LOGSOURCE',
] as const

export const warningCodes = [
  'W-NOT-A-RULE',
  'W-META',
  'W-ID',
  'W-DATE',
  'W-TAG',
  'W-TAXONOMY',
  'W-ACTION',
  'W-IGNORE',
  'W-TIMEFRAME',
  'W-UNUSED',
  'W-ALL-OF-THEM',
  'W-EMPTY-LIST',
  'W-NULL-LIST',
  'W-YAML11',
  'W-ALL-SINGLE',
  'W-ALL-NO-CONTAINS',
  'W-B64OFFSET-NO-CONTAINS',
  'W-UTF16-NO-BASE64',
  'W-WINDASH-ALL',
  'W-DUP-MODIFIER',
  'W-RANGE',
  'W-REGEX-SUBSET',
  'W-ESCAPED-WILDCARD',
  'W-CONTROL-CHAR',
  'W-LOGSOURCE-KEY',
  'W-LOGSOURCE-UNKNOWN',
  'W-FIELD-UNKNOWN',
  'W-CIDR-MISSING',
  'W-PATH',
  'W-PERCENT',
  'W-MATCHES-ALL',
  'W-GROUPBY-MISSING',
  'W-TIMESPAN-UNIT',
  'W-FILTER-NO-NOT',
  'W-FILTER-REF',
  'W-ID-DUPLICATE',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export type WarningCode = (typeof warningCodes)[number]

export type ProblemCode = ErrorCode | WarningCode

/** Makes a problem that rejects its rule. */
export function errorAt(code: ErrorCode, span: Span, message: string, hint = ''): Problem {
  return { code, severity: 'error', span, message, hint, rule: null }
}

/** Makes a problem that keeps its rule. */
export function warningAt(code: WarningCode, span: Span, message: string, hint = ''): Problem {
  return { code, severity: 'warning', span, message, hint, rule: null }
}

/** Makes a problem that keeps its rule and fails nothing. */
export function noteAt(code: WarningCode, span: Span, message: string, hint = ''): Problem {
  return { code, severity: 'note', span, message, hint, rule: null }
}
