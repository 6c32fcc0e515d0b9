import type { CheckProblem, CheckReport, SuppressedCheckProblem } from '../../../reports/index.ts'

/** A problem; a test names what it cares about. */
export function aProblem(problem: Partial<CheckProblem> = {}): CheckProblem {
  return {
    code: 'E-REGEX',
    severity: 'error',
    message: 'a message',
    hint: '',
    rule: 'A rule',
    path: 'rules/a.yml',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 9,
    fingerprint: '0123',
    frame: '3 | a line\n  | ^',
    ...problem,
  }
}

/** A warning that is not told. */
export function aSuppressedProblem(suppression: SuppressedCheckProblem['suppression']): SuppressedCheckProblem {
  return { ...aProblem({ code: 'W-ID', severity: 'warning' }), suppression }
}

/** A report of these problems over two codes. */
export function aCheckReport(...problems: readonly CheckProblem[]): CheckReport {
  return {
    schemaVersion: 1,
    version: '1.2.3',
    counts: {
      files: 1,
      rules: 2,
      rejected: 1,
      errors: 1,
      warnings: problems.length - 1,
      notes: 0,
      suppressed: { comment: 0, configuration: 0, baseline: 0 },
    },
    codes: [
      {
        code: 'E-REGEX',
        severity: 'error',
        meaning: 'bad expression',
        remedy: 'write it well',
        count: problems.length,
      },
      { code: 'W-ID', severity: 'warning', meaning: 'bad id', remedy: 'write a UUID', count: 0 },
    ],
    problems,
    suppressed: [],
    baseline: null,
  }
}

/** What an attacker may call a rule, a file or a value. */
export const hostile = 'x\u001B[2J\u202Ey\n::error::z\r%0A,a:b](http://evil)\u{E0041}\uD800'
