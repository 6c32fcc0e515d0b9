import { byCodeUnit, type Problem, type Source, type Span } from '../../sigma/index.ts'
import type { Place, UnreadableFile } from '../document/report.ts'
import { problemReport } from './problem-report.ts'

/** The files that hold a rule which could not be read, with all their problems. */
export function unreadableFiles(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, Source>,
  placeOf: (span: Span) => Place,
): readonly UnreadableFile[] {
  const errors = problems.filter((problem) => problem.severity === 'error')
  const paths = [...new Set(errors.map((problem) => problem.span.path))].sort(byCodeUnit)
  return paths.map((path) => {
    const own = problems.filter((problem) => problem.span.path === path)
    return {
      path,
      text: sources.get(path)?.text ?? '',
      titles: [...new Set(own.flatMap(({ rule }) => (rule === null ? [] : [rule])))],
      problems: own.map((problem) => problemReport(problem, placeOf)),
    }
  })
}
