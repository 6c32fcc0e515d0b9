import { safeJson, visibleText } from '../../../sigma/index.ts'
import type { CheckProblem, CheckReport, CodeReport, SuppressedCheckProblem } from '../../check/check-report.ts'

/**
 * SARIF 2.1.0, as code scanning services take it: every code is a rule of the tool, every problem a result with its
 * region and a fingerprint that survives lines coming and going above it. What is suppressed is a result too, with its
 * suppression; the others have an empty list, which says that they are not.
 */
export function formatCheckSarif({ version, codes, problems, suppressed }: CheckReport): string {
  const indexes = new Map(codes.map(({ code }, index) => [code, index]))
  const indexed = (problem: CheckProblem): object => ({
    ...result(problem),
    ruleIndex: indexes.get(problem.code) ?? -1,
  })
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sigmaproof', semanticVersion: version, rules: codes.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...problems.map((problem) => ({ ...indexed(problem), suppressions: [] })),
          ...suppressed.map((problem) => ({ ...indexed(problem), suppressions: [suppressionOf(problem)] })),
        ],
      },
    ],
  }
  return `${safeJson(log, 2)}\n`
}

function descriptor({ code, severity, meaning, remedy }: CodeReport): object {
  return {
    id: code,
    shortDescription: { text: meaning },
    help: { text: remedy },
    defaultConfiguration: { level: severity },
  }
}

function result({ code, severity, message, hint, path, rule, fingerprint, ...place }: CheckProblem): object {
  const { line, column, endLine, endColumn } = place
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  return {
    ruleId: code,
    level: severity,
    message: { text: plainMessage(hint === '' ? message : `${message}. ${hint}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
    partialFingerprints: { 'sigmaproofProblem/v1': fingerprint },
    ...(rule === null ? {} : { properties: { title: visibleText(rule) } }),
  }
}

function suppressionOf({ suppression }: SuppressedCheckProblem): object {
  const { by, reason, path, line } = suppression
  const physicalLocation = path === null ? null : { artifactLocation: { uri: uriOf(path) } }
  const region = line === null ? {} : { region: { startLine: line } }
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    justification: plainMessage(reason),
    ...(physicalLocation === null ? {} : { location: { physicalLocation: { ...physicalLocation, ...region } } }),
  }
}

/** SARIF reads `[text](target)` as a link, and nobody but us has a say in where links lead. */
function plainMessage(text: string): string {
  return visibleText(text).replaceAll('](', '] (')
}

/** The path as a relative URI: every character that is not plain is percent-encoded. */
function uriOf(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/')
}
