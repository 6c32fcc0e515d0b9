import { compileCondition } from '../condition/compile-condition.ts'
import { conditionMissing } from '../problems/condition.ts'
import { detectionMissing, timeframeIgnored } from '../problems/detection.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { Predicate } from '../rule/predicate.ts'
import type { SearchIdentifier } from '../rule/rule.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import { entryOf, startOf, type YamlEntry, type YamlMap } from '../yaml/node.ts'
import { misspelt } from './misspelt.ts'
import { readSearches, withRoles } from './read-searches.ts'

/** A rule's searches and its condition over them. */
export interface Detection {
  readonly identifiers: readonly SearchIdentifier[]
  readonly condition: Predicate
}

/** Keys of `detection` that are no search identifiers. */
const reserved: readonly string[] = ['condition', 'timeframe']

/** Reads a rule's `detection` (semantics section 2). Null after a problem. */
export function readDetection(
  root: YamlMap,
  source: Source,
  placeholders: Placeholders,
  report: ReportProblem,
): Detection | null {
  const entry = entryOf(root, 'detection')
  if (entry?.value.kind !== 'map') {
    const meant = entry === undefined ? misspelt(root, ['detection']) : null
    report(detectionMissing(entry?.span ?? startOf(root), meant?.[0]))
    return null
  }
  const { value } = entry
  const timeframe = entryOf(value, 'timeframe')
  if (timeframe !== undefined) report(timeframeIgnored(timeframe.span))
  const entries = value.entries.filter(({ key }) => !reserved.includes(key))
  if (entries.length === 0) {
    report(detectionMissing(entry.keySpan))
    return null
  }
  const searches = readSearches(entries, placeholders, report)
  const condition = readCondition(entry, value, entries, source, report)
  if (condition === null || searches === null) return null
  return { identifiers: withRoles(searches, condition, report), condition }
}

function readCondition(
  detection: YamlEntry,
  value: YamlMap,
  searches: readonly YamlEntry[],
  source: Source,
  report: ReportProblem,
): Predicate | null {
  const condition = entryOf(value, 'condition')
  if (condition === undefined) {
    report(conditionMissing(detection.keySpan))
    return null
  }
  return compileCondition(condition.value, { source, names: searches.map(({ key }) => key), report })
}
