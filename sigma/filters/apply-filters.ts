import { describe } from '../log-source.ts'
import { filterOnCorrelation, filterOutOfReach, filterReference } from '../problems/filter.ts'
import type { Problem } from '../problems/problem.ts'
import type { RuleIndex } from '../references/rule-index.ts'
import { joinMeanings } from '../rule/meaning.ts'
import type { Predicate } from '../rule/predicate.ts'
import type { LogSource, Rule, RuleKey, SearchIdentifier } from '../rule/rule.ts'
import { treeOfFilter } from './excluded.ts'
import type { FilterDocument } from './filter.ts'
import { excludes } from './read-filter.ts'

/** The rules with the filter documents that apply compiled in, and what is odd about the filters. */
export interface FilteredRules {
  readonly rules: readonly Rule[]
  readonly problems: readonly Problem[]
}

/** Applies every filter document to every rule it names and whose log source it covers (semantics 7.6). */
export function applyFilters(
  rules: readonly Rule[],
  filters: readonly FilterDocument[],
  index: RuleIndex,
): FilteredRules {
  if (filters.length === 0) return { rules, problems: [] }
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  const addressed = filters.map((filter) => addressedBy(filter, index, byKey))
  const trees = new Map<string, Predicate>()
  const filtered = rules.map((rule) => {
    const applying = filters.filter((filter, at) => {
      const keys = addressed[at]?.keys
      return (keys === 'any' || keys?.has(rule.key) === true) && covers(filter.logsource, rule.logsource)
    })
    return applying.length === 0 ? rule : withFilters(rule, applying, trees)
  })
  return { rules: filtered, problems: addressed.flatMap(({ problems }) => problems) }
}

interface Addressed {
  readonly keys: 'any' | ReadonlySet<RuleKey>
  readonly problems: readonly Problem[]
}

function addressedBy(filter: FilterDocument, index: RuleIndex, byKey: ReadonlyMap<RuleKey, Rule>): Addressed {
  if (filter.rules === 'any') return { keys: 'any', problems: [] }
  const keys = new Set<RuleKey>()
  const problems: Problem[] = []
  for (const { text, span } of filter.rules) {
    const found = index.all(text)
    for (const { key } of found) keys.add(key)
    const detections = found.flatMap(({ key }) => byKey.get(key) ?? [])
    const [rule] = detections
    if (found.length === 0) problems.push(filterReference(span, text, index.hintFor(text)))
    else if (found.every(({ kind }) => kind === 'correlation')) problems.push(filterOnCorrelation(span, text))
    else if (rule !== undefined && detections.every(({ logsource }) => !covers(filter.logsource, logsource))) {
      problems.push(filterOutOfReach(span, text, describe(rule.logsource)))
    }
  }
  return { keys, problems: problems.map((problem) => ({ ...problem, rule: filter.title })) }
}

/** What the filter's log source leaves out is free; letter case is too, as at the log source gate. */
function covers(filter: LogSource, rule: LogSource): boolean {
  const attributes = ['category', 'product', 'service'] as const
  return attributes.every(
    (attribute) => filter[attribute] === null || filter[attribute].toLowerCase() === rule[attribute]?.toLowerCase(),
  )
}

/** No search identifier can have these names, and node ids of the condition start with the first. */
const takenNames: readonly string[] = ['condition', 'timeframe']

function withFilters(rule: Rule, filters: readonly FilterDocument[], trees: Map<string, Predicate>): Rule {
  const taken = new Set([...takenNames, ...rule.identifiers.map(({ name }) => name)])
  const named = filters.map((filter) => {
    const name = distinctName(filter.title, taken)
    taken.add(name)
    return { filter, name }
  })
  const identifiers = named.map(({ filter, name }): SearchIdentifier => {
    const role = excludes(filter) ? 'filter' : 'selection'
    return { name, role, span: filter.filterSpan, predicate: treeIn(trees, filter, name) }
  })
  const { condition } = rule
  const uses = named.map(({ filter, name }, at) => useOf(filter, name, at))
  return {
    ...rule,
    identifiers: [...rule.identifiers, ...identifiers],
    condition: { kind: 'all', id: filteredId, span: condition.span, children: [condition, ...uses] },
    filters: named.map(({ filter, name }) => ({ key: filter.key, identifier: name, source: filter.source })),
    meaning: joinMeanings([rule.meaning, ...filters.map(({ ownMeaning }) => ownMeaning).toSorted()]),
  }
}

/** The root of a condition that filter documents joined; the rule's own keeps its ids below it. */
export const filteredId = 'condition/filtered'

function useOf(filter: FilterDocument, name: string, at: number): Predicate {
  const { span } = filter.condition
  const id = `${filteredId}/${at}`
  if (!excludes(filter)) return { kind: 'identifier', id, span, name }
  return { kind: 'not', id, span, child: { kind: 'identifier', id: `${id}/0`, span, name } }
}

/** Most rules know a filter by the same name, so they share its tree. */
function treeIn(trees: Map<string, Predicate>, filter: FilterDocument, name: string): Predicate {
  const key = JSON.stringify([filter.key, name])
  const known = trees.get(key)
  if (known !== undefined) return known
  const tree = treeOfFilter(filter, name)
  trees.set(key, tree)
  return tree
}

function distinctName(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title
  let count = 2
  while (taken.has(`${title}~${count}`)) count += 1
  return `${title}~${count}`
}
