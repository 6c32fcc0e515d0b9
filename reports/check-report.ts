import type { Problem, ProblemCode, Severity } from '../sigma/index.ts'

/** What `sigmaproof check` found, as plain data: every format of it is a function of this. */
export interface CheckReport {
  readonly schemaVersion: 1
  /** The version of sigmaproof. */
  readonly version: string
  readonly counts: CheckCounts
  /** Every code there is, in the order of the documentation. */
  readonly codes: readonly CodeReport[]
  /** By file, in the order of their places. */
  readonly problems: readonly CheckProblem[]
}

export interface CheckCounts {
  readonly files: number
  /** Rules that can be judged, correlation rules included. */
  readonly rules: number
  /** Documents with an error; a file that is no YAML counts once. */
  readonly rejected: number
  readonly errors: number
  readonly warnings: number
  /** Remarks that fail nothing, under codes of warnings. */
  readonly notes: number
}

export interface CodeReport {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly meaning: string
  readonly remedy: string
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
  /** As people read it, with the line and carets; foreign text made visible. */
  readonly shown: string
}
