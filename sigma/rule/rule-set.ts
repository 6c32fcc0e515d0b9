import { adviceOnFilterOf } from '../advice/advise.ts'
import { adviceOnGroupFields } from '../advice/group-fields.ts'
import { adviceOnIds } from '../advice/id-duplicate.ts'
import type { Correlation } from '../correlation/correlation.ts'
import { resolveCorrelations } from '../correlation/resolve-correlations.ts'
import { applyFilters } from '../filters/apply-filters.ts'
import type { FilterDocument } from '../filters/filter.ts'
import type { Problem } from '../problems/problem.ts'
import type { RuleReading } from '../read/read-rules.ts'
import { indexRules, type NamedDocument } from '../references/rule-index.ts'
import type { Rule, RuleKey } from './rule.ts'

/** All rules of a project, what they say of each other looked up. */
export interface RuleSet {
  /** Detection rules, the filter documents that apply compiled in. */
  readonly rules: readonly Rule[]
  /** Each after those it refers to. One with an error is not among them. */
  readonly correlations: readonly Correlation[]
  /** The rules that only feed correlations: a correlation without `generate: true` refers to them. */
  readonly unreported: ReadonlySet<RuleKey>
  /** Those of the readings and those found between files, file by file in the order of the readings, by place. */
  readonly problems: readonly Problem[]
  /** What it was made of, so that it can be made again with a file read anew. */
  readonly readings: readonly RuleReading[]
}

/**
 * Makes one set of all that was read (semantics 1.1, step 6): applies filter documents, then resolves what correlations
 * refer to. Never throws.
 */
export function buildRuleSet(readings: readonly RuleReading[]): RuleSet {
  const index = indexRules(readings.flatMap(documentsOf))
  const read = readings.flatMap(({ rules }) => rules)
  const filters = readings.flatMap((reading) => reading.filters)
  const { rules, problems: filterProblems } = applyFilters(read, filters, index)
  const meanings = new Map(rules.map(({ key, meaning }) => [key, meaning]))
  const documents = readings.flatMap(({ correlations }) => correlations)
  const { correlations, problems: correlationProblems } = resolveCorrelations(documents, index, meanings)
  const unreported = unreportedBy(correlations)
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  const advice = [
    ...adviceOnIds(readings.flatMap(({ ids }) => ids)),
    ...filters.flatMap((each) => adviceOn(each, rules)),
    ...correlations.flatMap((each) => adviceOnGroupFields(each, byKey)),
  ]
  const problems = inOrder(readings, [...filterProblems, ...correlationProblems, ...advice])
  return { rules, correlations, unreported, problems, readings }
}

/** The rules that only feed these correlations (semantics 7.1): one without `generate: true` refers to them. */
export function unreportedBy(correlations: readonly Correlation[]): ReadonlySet<RuleKey> {
  return new Set(correlations.flatMap((each) => (each.generate ? [] : each.rules)))
}

/** Advice on a filter document looks at the rules that it was compiled into, as they were read. */
function adviceOn(filter: FilterDocument, rules: readonly Rule[]): readonly Problem[] {
  const filtered = rules.filter((rule) => rule.filters.some(({ key }) => key === filter.key))
  return adviceOnFilterOf(filter, filtered)
}

function documentsOf({ rules, correlations, rejected }: RuleReading): readonly NamedDocument[] {
  const found = [...rules, ...correlations].map(
    ({ key, source, title, id, name, kind }): NamedDocument => ({
      kind: kind === 'detection' ? kind : 'correlation',
      key,
      path: source.path,
      title,
      id,
      name,
    }),
  )
  return [...found, ...rejected]
}

function inOrder(readings: readonly RuleReading[], added: readonly Problem[]): readonly Problem[] {
  const byPath = new Map<string, Problem[]>(readings.flatMap(pathsOf).map((path) => [path, []]))
  for (const problem of [...readings.flatMap(({ problems }) => problems), ...added]) {
    byPath.get(problem.span.path)?.push(problem)
  }
  return [...byPath.values()].flatMap((own) => own.toSorted((one, other) => one.span.start - other.span.start))
}

function pathsOf({ rules, correlations, filters, rejected, problems }: RuleReading): readonly string[] {
  const paths = [...rules, ...correlations, ...filters].map(({ source }) => source.path)
  return [...paths, ...rejected.map(({ path }) => path), ...problems.map(({ span }) => span.path)]
}
