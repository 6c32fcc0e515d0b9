import { compileDetection } from '../compile/compile-detection.ts'
import { rolesIn } from '../condition/roles.ts'
import { unusedIdentifier } from '../problems/condition.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { Predicate } from '../rule/predicate.ts'
import type { SearchIdentifier } from '../rule/rule.ts'
import type { Placeholders } from '../values/placeholders.ts'
import type { YamlEntry } from '../yaml/node.ts'

/** A search identifier whose role is not known yet. */
export type Search = Omit<SearchIdentifier, 'role'> & { readonly keySpan: YamlEntry['keySpan'] }

/** Compiles the search identifiers of a detection or filter, all of them. Null after a problem. */
export function readSearches(
  entries: readonly YamlEntry[],
  placeholders: Placeholders,
  report: ReportProblem,
): readonly Search[] | null {
  const searches = entries.flatMap((entry): readonly Search[] => {
    const predicate = compileDetection(entry.value, { identifier: entry.key, placeholders, report })
    return predicate === null ? [] : [{ name: entry.key, span: entry.span, keySpan: entry.keySpan, predicate }]
  })
  return searches.length < entries.length ? null : searches
}

/** Gives each search its role in the condition, and remarks on those that have none. */
export function withRoles(
  searches: readonly Search[],
  condition: Predicate,
  report: ReportProblem,
): readonly SearchIdentifier[] {
  const roles = rolesIn(condition)
  return searches.map(({ keySpan, ...search }) => {
    const role = roles.get(search.name) ?? 'unused'
    if (role === 'unused') report(unusedIdentifier(keySpan, search.name))
    return { ...search, role }
  })
}
