import { createHash } from 'node:crypto'
import {
  codeFrame,
  errorCodes,
  type Problem,
  type ProblemCode,
  positionOf,
  problemKinds,
  readYaml,
  type Severity,
  type Source,
  type Suppression,
  sourceOf,
  warningCodes,
} from '../../sigma/index.ts'
import type { ToldRules } from '../../sources/rules/index.ts'
import type { CheckProblem, CheckReport, SuppressedBy, SuppressedCheckProblem } from './check-report.ts'
import type { ComparedWithBaseline } from './compared-with-baseline.ts'

/** What a report of rules depends on beside them. */
export interface CheckReportOptions {
  /** Of sigmaproof. */
  readonly version: string
  /** Which of the problems stand in a baseline; null where there is none. */
  readonly compared: ComparedWithBaseline | null
  /** How wide the quoted lines may be. */
  readonly columns: number
}

/** What was read of the rules as the document that every format of `check` prints. */
export function checkReportOf(told: ToldRules, { version, compared, columns }: CheckReportOptions): CheckReport {
  const { rules, correlations, suppressed, sources } = told
  const problems = compared === null ? told.problems : compared.added
  const of = (wanted: Severity): readonly Problem[] => problems.filter(({ severity }) => severity === wanted)
  const errors = of('error')
  const report = problemReporter(new Map([...sources, ...told.otherSources]), columns)
  const keptBack = [
    ...suppressed.map(({ problem, by }) => suppressedProblem(report(problem), by, told)),
    ...(compared?.known ?? []).map((problem) => inBaseline(report(problem), compared?.path ?? '')),
  ]
  const countBy = (by: SuppressedBy): number => keptBack.filter(({ suppression }) => suppression.by === by).length
  const counts = new Map([...Map.groupBy(problems, ({ code }) => code)].map(([code, all]) => [code, all.length]))
  return {
    schemaVersion: 1,
    version,
    counts: {
      files: sources.size,
      rules: rules.length + correlations.length,
      rejected: rejectedDocuments(
        told.problems.filter(({ severity }) => severity === 'error'),
        sources,
      ),
      errors: errors.length,
      warnings: of('warning').length,
      notes: of('note').length,
      suppressed: {
        comment: countBy('comment'),
        configuration: countBy('configuration'),
        baseline: countBy('baseline'),
      },
    },
    codes: [...errorCodes, ...warningCodes].map((code) => codeReport(code, counts.get(code) ?? 0)),
    problems: problems.map(report),
    suppressed: keptBack,
    baseline: compared === null ? null : { path: compared.path, gone: compared.gone },
  }
}

function codeReport(code: ProblemCode, count: number): CheckReport['codes'][number] {
  const { meaning, remedy } = problemKinds[code]
  return { code, severity: code.startsWith('E-') ? 'error' : 'warning', meaning, remedy, count }
}

/** Documents with an error in them; a file that cannot be read as YAML is one. */
function rejectedDocuments(errors: readonly Problem[], sources: ToldRules['sources']): number {
  const rejected = new Set<string>()
  const documents = new Map<string, readonly number[]>()
  for (const { span } of errors) {
    const source = sources.get(span.path)
    if (source === undefined) continue
    const starts = documents.get(span.path) ?? readYaml(source).documents.map((document) => document.span.start)
    documents.set(span.path, starts)
    rejected.add(`${starts.findLastIndex((start) => start <= span.start)} ${span.path}`)
  }
  return rejected.size
}

/** Tells problems that are alike apart by their order: it has to be asked about each once. */
function problemReporter(sources: ReadonlyMap<string, Source>, columns: number): (problem: Problem) => CheckProblem {
  const seen = new Map<string, number>()
  return (problem) => {
    const source = sources.get(problem.span.path) ?? sourceOf(problem.span.path, '')
    const subject = JSON.stringify([problem.code, problem.span.path, lineOf(problem, source).trim()])
    const before = seen.get(subject) ?? 0
    seen.set(subject, before + 1)
    const fingerprint = createHash('sha256').update(`${subject} ${before}`).digest('hex')
    return { ...checkProblem(problem, source, fingerprint), frame: codeFrame(source, problem.span, columns) }
  }
}

function checkProblem(problem: Problem, source: Source, fingerprint: string): Omit<CheckProblem, 'frame'> {
  const { code, severity, message, hint, rule, span } = problem
  const { line, column } = positionOf(source, span.start)
  const end = positionOf(source, Math.max(span.start, span.end))
  const place = { path: span.path, line, column, endLine: end.line, endColumn: end.column }
  return { code, severity, message, hint, rule, ...place, fingerprint }
}

function suppressedProblem(problem: CheckProblem, by: Suppression, told: ToldRules): SuppressedCheckProblem {
  const { kind, reason, span } = by
  const source = span === null ? undefined : (told.sources.get(span.path) ?? told.otherSources.get(span.path))
  const line = span === null || source === undefined ? null : positionOf(source, span.start).line
  return { ...problem, suppression: { by: kind, reason, path: span?.path ?? null, line } }
}

function inBaseline(problem: CheckProblem, path: string): SuppressedCheckProblem {
  return { ...problem, suppression: { by: 'baseline', reason: `stands in ${path}`, path: null, line: null } }
}

function lineOf({ span }: Problem, { text }: Source): string {
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const end = text.indexOf('\n', span.start)
  return text.slice(start, end < 0 ? undefined : end)
}
