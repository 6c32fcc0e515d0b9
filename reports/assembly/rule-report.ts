import type { CoveredPoint, JudgedObservation } from '../../measures/index.ts'
import type { Correlation, Problem, Rule, Span } from '../../sigma/index.ts'
import type { MeasureRatios, Place, PointReport, RuleReport } from '../document/report.ts'
import { problemReport } from './problem-report.ts'
import { verdictCounts } from './verdict-counts.ts'

/** What the report of one rule is made of. */
export interface RuleReportParts {
  readonly rule: Rule | Correlation
  readonly meaning: string
  readonly points: readonly CoveredPoint[]
  readonly ratios: MeasureRatios
  /** The positions of observations of scenarios that nobody has read. */
  readonly unread: ReadonlySet<number>
  /** All observations of this rule. */
  readonly judged: readonly JudgedObservation[]
  /** All problems of the run. */
  readonly problems: readonly Problem[]
  readonly placeOf: (span: Span) => Place
}

/** One rule with its text, what its tests have shown, and how it was judged. */
export function ruleReport({
  rule,
  meaning,
  points,
  ratios,
  unread,
  judged,
  problems,
  placeOf,
}: RuleReportParts): RuleReport {
  const { kind, key, title, id, author, license, level, status, tags, source, span } = rule
  const identifiers = rule.kind === 'detection' ? rule.identifiers : []
  return {
    kind,
    key,
    title,
    id,
    author,
    license,
    level,
    status,
    tags,
    logsource: logSourceOf(rule),
    correlation: rule.kind === 'correlation' ? correlationReport(rule) : null,
    meaning,
    ...documentOf(rule, placeOf),
    identifiers: identifiers.map(({ name, role, span: at }) => ({ name, role, place: placeOf(at) })),
    points: points.map((point) => pointReport(point, unread, placeOf)),
    coverage: ratios,
    verdicts: verdictCounts(identifiers, judged),
    problems: problems
      .filter((problem) => problem.span.path === source.path && liesIn(problem.span, span))
      .map((problem) => problemReport(problem, placeOf)),
  }
}

function logSourceOf(rule: Rule | Correlation): RuleReport['logsource'] {
  if (rule.kind === 'correlation') return { category: null, product: null, service: null }
  const { category, product, service } = rule.logsource
  return { category, product, service }
}

function correlationReport({ type, rules, groupBy, timespan }: Correlation): RuleReport['correlation'] {
  return { type, rules, groupBy: groupBy.map(({ field }) => field), timespan: timespan.text }
}

/** A file of one document is shown whole, with the comments around it; of several, the lines of this one. */
function documentOf(
  { key, source, span }: Rule | Correlation,
  placeOf: (span: Span) => Place,
): Pick<RuleReport, 'text' | 'firstLine'> {
  if (key === source.path) return { text: source.text, firstLine: 1 }
  const lineStart = source.text.lastIndexOf('\n', span.start - 1) + 1
  return { text: source.text.slice(lineStart, span.end), firstLine: placeOf(span).line }
}

function liesIn(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function pointReport(
  { point, ofFilter, coveredBy, impossible, unknown }: CoveredPoint,
  unread: ReadonlySet<number>,
  placeOf: (span: Span) => Place,
): PointReport {
  const { span, ...own } = point
  const isUnread = coveredBy.length > 0 && coveredBy.every((position) => unread.has(position))
  return { ...own, place: placeOf(span), ofFilter, observations: coveredBy, unread: isUnread, impossible, unknown }
}
