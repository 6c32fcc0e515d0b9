import { compileDetection } from '../compile/compile-detection.ts'
import { compileCondition } from '../condition/compile-condition.ts'
import { roleOf } from '../condition/roles.ts'
import type { Predicate } from '../predicate.ts'
import type { Report } from '../problem.ts'
import { conditionMissing, unusedIdentifier } from '../problems/condition.ts'
import { detectionMissing, timeframeIgnored } from '../problems/detection.ts'
import type { SearchIdentifier } from '../rule.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import { entryOf, type YamlEntry, type YamlMap } from '../yaml/node.ts'

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
  report: Report,
): Detection | null {
  const entry = entryOf(root, 'detection')
  if (entry?.value.kind !== 'map') {
    report(detectionMissing(entry?.span ?? { ...root.span, end: root.span.start }))
    return null
  }
  const { value } = entry
  const timeframe = entryOf(value, 'timeframe')
  if (timeframe !== undefined) report(timeframeIgnored(timeframe.span))
  const searches = value.entries.filter(({ key }) => !reserved.includes(key))
  if (searches.length === 0) {
    report(detectionMissing(entry.keySpan))
    return null
  }
  const compiled = searches.map((search) => compileSearch(search, placeholders, report))
  const condition = readCondition(entry, value, searches, source, report)
  const found = compiled.flatMap((search) => (search === null ? [] : [search]))
  if (condition === null || found.length < searches.length) return null
  return { identifiers: found.map((search) => withRole(search, condition, report)), condition }
}

type Search = Omit<SearchIdentifier, 'role'> & { readonly keySpan: YamlEntry['keySpan'] }

function compileSearch(entry: YamlEntry, placeholders: Placeholders, report: Report): Search | null {
  const predicate = compileDetection(entry.value, { identifier: entry.key, placeholders, report })
  return predicate === null ? null : { name: entry.key, span: entry.span, keySpan: entry.keySpan, predicate }
}

function readCondition(
  detection: YamlEntry,
  value: YamlMap,
  searches: readonly YamlEntry[],
  source: Source,
  report: Report,
): Predicate | null {
  const condition = entryOf(value, 'condition')
  if (condition === undefined) {
    report(conditionMissing(detection.keySpan))
    return null
  }
  return compileCondition(condition.value, { source, names: searches.map(({ key }) => key), report })
}

function withRole({ keySpan, ...search }: Search, condition: Predicate, report: Report): SearchIdentifier {
  const role = roleOf(search.name, condition)
  if (role === 'unused') report(unusedIdentifier(keySpan, search.name))
  return { ...search, role }
}
