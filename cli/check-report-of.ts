import { createHash } from 'node:crypto'
import type { CheckProblem, CheckReport } from '../reports/index.ts'
import {
  errorCodes,
  formatProblem,
  type Problem,
  type ProblemCode,
  positionOf,
  problemKinds,
  readYaml,
  type Severity,
  type Source,
  sourceOf,
  warningCodes,
} from '../sigma/index.ts'
import type { LoadedRules } from '../sources/index.ts'

/** What was read of the rules as the document that every format of `check` prints. `version` is sigmaproof's own. */
export function checkReportOf(loaded: LoadedRules, version: string): CheckReport {
  const { rules, correlations, problems, sources } = loaded
  const of = (wanted: Severity): readonly Problem[] => problems.filter(({ severity }) => severity === wanted)
  const errors = of('error')
  return {
    schemaVersion: 1,
    version,
    counts: {
      files: sources.size,
      rules: rules.length + correlations.length,
      rejected: rejectedDocuments(errors, sources),
      errors: errors.length,
      warnings: of('warning').length,
      notes: of('note').length,
    },
    codes: [...errorCodes, ...warningCodes].map((code) => codeReport(code, problems)),
    problems: withFingerprints(problems, sources),
  }
}

function codeReport(code: ProblemCode, problems: readonly Problem[]): CheckReport['codes'][number] {
  const count = problems.filter((problem) => problem.code === code).length
  return { code, severity: code.startsWith('E-') ? 'error' : 'warning', ...problemKinds[code], count }
}

/** Documents with an error in them; a file that cannot be read as YAML is one. */
function rejectedDocuments(errors: readonly Problem[], sources: LoadedRules['sources']): number {
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

function withFingerprints(problems: readonly Problem[], sources: LoadedRules['sources']): readonly CheckProblem[] {
  const seen = new Map<string, number>()
  return problems.map((problem) => {
    const source = sources.get(problem.span.path) ?? sourceOf(problem.span.path, '')
    const subject = JSON.stringify([problem.code, problem.span.path, lineOf(problem, source).trim()])
    const before = seen.get(subject) ?? 0
    seen.set(subject, before + 1)
    return checkProblem(problem, source, createHash('sha256').update(`${subject} ${before}`).digest('hex'))
  })
}

function checkProblem(problem: Problem, source: Source, fingerprint: string): CheckProblem {
  const { code, severity, message, hint, rule, span } = problem
  const { line, column } = positionOf(source, span.start)
  const end = positionOf(source, Math.max(span.start, span.end))
  const place = { path: span.path, line, column, endLine: end.line, endColumn: end.column }
  return { code, severity, message, hint, rule, ...place, fingerprint, shown: formatProblem(problem, source) }
}

function lineOf({ span }: Problem, { text }: Source): string {
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const end = text.indexOf('\n', span.start)
  return text.slice(start, end < 0 ? undefined : end)
}
