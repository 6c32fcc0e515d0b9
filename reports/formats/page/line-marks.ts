import type { PointReport, RuleReport } from '../../document/report.ts'

/** How far the points that stand on one line are covered. */
export type Mark = 'covered' | 'partly' | 'uncovered' | 'none'

/** A line's mark and what it says in words. */
export interface LineMark {
  readonly mark: Mark
  readonly words: string
  readonly points: readonly PointReport[]
}

/**
 * The marks of a rule's lines, by line of the file. Points proved impossible mark nothing, and those of filter documents
 * nothing of the rule: they stand in files of their own.
 */
export function lineMarks(rule: RuleReport): ReadonlyMap<number, LineMark> {
  const own = rule.points.filter((point) => isPossible(point) && point.ofFilter === null)
  const byLine = Map.groupBy(own, (point) => point.place.line)
  return new Map([...byLine].map(([line, points]) => [line, lineMark(points)]))
}

/** A point counts unless it is proved impossible and was indeed never seen. */
export function isPossible(point: PointReport): boolean {
  return point.impossible === null || point.observations.length > 0
}

function lineMark(points: readonly PointReport[]): LineMark {
  const missing = points.filter((point) => point.observations.length === 0)
  if (missing.length === 0) return { mark: 'covered', words: 'covered', points }
  const words = `never seen: ${missing.map((point) => answerWords(point)).join(', ')}`
  return missing.length === points.length ? { mark: 'uncovered', words, points } : { mark: 'partly', words, points }
}

/** What is to be seen, in a few words: `gte 5 just missed`. */
export function answerWords(point: PointReport): string {
  switch (point.kind) {
    case 'outcome':
      return point.answer === 'fires' ? 'the rule fires' : 'the rule is silent'
    case 'detection':
      return `${point.identifier} ${{ true: 'true', false: 'false', suppressing: 'suppressing alone' }[point.answer]}`
    case 'value':
      return `${point.written} ${point.answer}`
    case 'decision':
      return `${point.written} deciding by ${point.answer === 'true' ? 'matching' : 'not matching'}`
    case 'referred-rule':
      return `${point.reference} needed`
    case 'order':
      return point.answer === 'free' ? 'fires in another order than listed' : `order ${point.answer}`
    case 'threshold':
      return `${point.operator} ${point.value} just ${point.answer}`
    case 'timespan':
      return `${point.timespan} ${point.answer === 'inside' ? 'used up to its last second' : 'exceeded by a second'}`
    case 'group-by':
      return `${point.field} keeping two groups apart`
  }
}
