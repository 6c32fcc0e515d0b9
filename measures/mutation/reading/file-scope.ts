import type { Correlation, Rule, RuleKey, RuleReading } from '../../../sigma/index.ts'
import { correlatedBy } from './correlated-rules.ts'
import type { MutatedSet, SubjectDocument } from './mutation-subject.ts'

/** What an edit of one file can change, and what has to be read with the file to see it. */
export interface FileScope {
  readonly path: string
  /** The rules of the file, then those in other files that its filter documents apply to; all as they stand. */
  readonly rules: readonly Rule[]
  readonly correlations: readonly Correlation[]
  /** The keys of the documents in the file that can be judged or applied. */
  readonly documents: ReadonlySet<RuleKey>
  /** The file's own reading, and those of the files that its documents and these rules take part of what they mean from. */
  readonly readings: readonly RuleReading[]
}

/** Finds the scope of a file, each looked for once. */
export function fileScopesOf({ rules, correlations, readings }: MutatedSet): (path: string) => FileScope {
  const readingAt = new Map(readings.map((reading) => [pathOf(reading), reading]))
  const rulesIn = Map.groupBy(rules, ({ source }) => source.path)
  const correlationsIn = Map.groupBy(correlations, ({ source }) => source.path)
  const pathsOf = new Map([...rules, ...correlations].map(({ key, source }) => [key, source.path]))
  const byKey = new Map(correlations.map((correlation) => [correlation.key, correlation]))
  const filteredBy = new Map<RuleKey, Rule[]>()
  for (const rule of rules) {
    for (const { key } of rule.filters) filteredBy.set(key, [...(filteredBy.get(key) ?? []), rule])
  }
  const known = new Map<string, FileScope>()

  const scopeOf = (path: string): FileScope => {
    const ownRules = rulesIn.get(path) ?? []
    const ownCorrelations = correlationsIn.get(path) ?? []
    const filters = readingAt.get(path)?.filters ?? []
    const changing = [...new Set([...ownRules, ...filters.flatMap(({ key }) => filteredBy.get(key) ?? [])])]
    const paths = new Set([
      path,
      ...changing.flatMap((rule) => [rule.source.path, ...rule.filters.map(({ source }) => source.path)]),
      ...ownCorrelations.flatMap((each) =>
        correlatedBy(each, (key) => byKey.get(key)).flatMap((key) => pathsOf.get(key) ?? []),
      ),
    ])
    return {
      path,
      rules: changing,
      correlations: ownCorrelations,
      documents: new Set([...ownRules, ...ownCorrelations, ...filters].map(({ key }) => key)),
      readings:
        paths.size === 1
          ? [readingAt.get(path) ?? nothing]
          : readings.filter((reading) => paths.has(pathOf(reading) ?? '')),
    }
  }
  return (path) => {
    const scope = known.get(path) ?? scopeOf(path)
    known.set(path, scope)
    return scope
  }
}

/** The document of this key as its own file says it. */
export function documentIn({ readings }: FileScope, key: RuleKey): SubjectDocument | undefined {
  return readings
    .flatMap(({ rules, filters, correlations }) => [...rules, ...filters, ...correlations])
    .find((document) => document.key === key)
}

/** The file that was read; none where it holds no document that could be. */
export function pathOf({ rules, filters, correlations }: RuleReading): string | undefined {
  return [...rules, ...filters, ...correlations][0]?.source.path
}

const nothing: RuleReading = { rules: [], correlations: [], filters: [], rejected: [], problems: [], ids: [] }
