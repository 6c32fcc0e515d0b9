import { compileCondition } from '../condition/compile-condition.ts'
import { timeframeIgnored } from '../problems/detection.ts'
import { filterCondition, filterEmpty, filterLogSource, filterRules, filterWithoutNot } from '../problems/filter.ts'
import type { ReportProblem } from '../problems/problem.ts'
import { textNode } from '../read/metadata-field.ts'
import { readLogSource } from '../read/read-log-source.ts'
import { readSearches, withRoles } from '../read/read-searches.ts'
import { readReferences } from '../references/read-references.ts'
import { nodesOf } from '../rule/predicate.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import { entryOf, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/node.ts'
import type { FilterDocument } from './filter.ts'

type FilterBody = Pick<FilterDocument, 'logsource' | 'rules' | 'identifiers' | 'condition' | 'filterSpan'>

/** Keys of `filter` that are no search identifiers. */
const reserved: readonly string[] = ['rules', 'condition', 'timeframe']

/** Reads a document's `filter` and log source (semantics 7.6). Null after a problem. */
export function readFilter(
  root: YamlMap,
  entry: YamlEntry,
  source: Source,
  placeholders: Placeholders,
  report: ReportProblem,
): FilterBody | null {
  const { value, keySpan } = entry
  const logsource = readLogSource(root, (problem) =>
    report(problem.code === 'E-LOGSOURCE' ? filterLogSource(problem.span, problem.message) : problem),
  )
  const rules = readRules(entryOf(value, 'rules')?.value)
  if (rules === null) report(filterRules(entryOf(value, 'rules')?.value.span ?? keySpan))
  const timeframe = entryOf(value, 'timeframe')
  if (timeframe !== undefined) report(timeframeIgnored(timeframe.span))
  const entries = value.kind === 'map' ? value.entries.filter(({ key }) => !reserved.includes(key)) : []
  if (entries.length === 0) report(filterEmpty(keySpan))
  const searches = readSearches(entries, placeholders, report)
  const text = entryOf(value, 'condition')?.value
  if (text === undefined || textNode(text) === undefined) {
    report(filterCondition(text?.span ?? keySpan))
    return null
  }
  const names = entries.map(({ key }) => key)
  const condition = entries.length === 0 ? null : compileCondition(text, { source, names, report })
  if (logsource === null || rules === null || searches === null || condition === null) return null
  if (!excludes({ condition })) report(filterWithoutNot(text.span))
  const identifiers = withRoles(searches, condition, report)
  return { logsource, rules, identifiers, condition, filterSpan: entry.span }
}

/** Whether a filter's condition holds a `not`, without which it excludes nothing. */
export function excludes({ condition }: Pick<FilterDocument, 'condition'>): boolean {
  return [...nodesOf(condition)].some(({ kind }) => kind === 'not')
}

function readRules(node: YamlNode | undefined): FilterDocument['rules'] | null {
  if (node === undefined) return null
  const text = textNode(node)?.text
  return text?.toLowerCase() === 'any' ? 'any' : readReferences(node)
}
