import type { BaselineEntry, Problem, ProblemCode, Severity } from '../../sigma/index.ts'

/** What `sigmaproof check` found, as plain data: every format of it is a function of this. */
export interface CheckReport {
  readonly schemaVersion: 1
  /** The version of sigmaproof. */
  readonly version: string
  readonly counts: CheckCounts
  /** Every code there is, in the order of the documentation. */
  readonly codes: readonly CodeReport[]
  /** What is to be told: by file, in the order of their places. */
  readonly problems: readonly CheckProblem[]
  /** What is not, in the same order, and why. */
  readonly suppressed: readonly SuppressedCheckProblem[]
  /** Null where there is none. */
  readonly baseline: BaselineReport | null
}

export interface CheckCounts {
  readonly files: number
  /** Rules that can be judged, correlation rules included. */
  readonly rules: number
  /** Documents with an error, those whose error stands in the baseline included; a file that is no YAML counts once. */
  readonly rejected: number
  /** Of what is told. */
  readonly errors: number
  readonly warnings: number
  /** Remarks that fail nothing, under codes of warnings. */
  readonly notes: number
  /** Of what is not told, by what keeps it back. */
  readonly suppressed: Readonly<Record<SuppressedBy, number>>
}

/** A comment in the rule, the configuration, or a baseline. */
export type SuppressedBy = 'comment' | 'configuration' | 'baseline'

export interface CodeReport {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly meaning: string
  readonly remedy: string
  /** How often it is told. */
  readonly count: number
}

/** A problem with its place; lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface CheckProblem extends Pick<Problem, 'code' | 'severity' | 'message' | 'hint' | 'rule'> {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The same for the same fault when lines above it come and go. */
  readonly fingerprint: string
  /** The line with carets, as people read it; foreign text made visible. */
  readonly frame: string
}

export interface SuppressedCheckProblem extends CheckProblem {
  readonly suppression: {
    readonly by: SuppressedBy
    /** As its author wrote it. */
    readonly reason: string
    /** Where he did; null for a baseline. */
    readonly path: string | null
    readonly line: number | null
  }
}

export interface BaselineReport {
  /** As it was named. */
  readonly path: string
  /** The entries that no problem matches any more. */
  readonly gone: readonly BaselineEntry[]
}
