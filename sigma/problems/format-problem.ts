import { positionOf, type Source } from '../source.ts'
import { codeFrame } from '../text/code-frame.ts'
import { visibleText } from '../text/visible-text.ts'
import type { Problem } from './problem.ts'

/**
 * A problem as people read it: message and code, path with line and column and the rule's title, the line with carets,
 * and what to write instead. Foreign text is made visible; no line break at the end.
 */
export function formatProblem(problem: Problem, source: Source): string {
  const { line, column } = positionOf(source, problem.span.start)
  const title = problem.rule === null ? '' : ` (${visibleText(problem.rule)})`
  const place = `${visibleText(problem.span.path)}:${line}:${column}${title}`
  const frame = codeFrame(source, problem.span).replaceAll(/^/gm, '    ')
  const note = problem.severity === 'note' ? 'note: ' : ''
  const parts = [`${note}${visibleText(problem.message)} [${problem.code}]\n${place}`, frame, visibleText(problem.hint)]
  return parts.filter((part) => part !== '').join('\n\n')
}
