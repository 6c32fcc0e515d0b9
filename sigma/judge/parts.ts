import { leavesOf } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'

/** The names by which a scenario may speak of a piece of a rule, each list in the order written. */
export interface Parts {
  /** Every search identifier, filters included. */
  readonly identifiers: readonly string[]
  readonly filters: readonly string[]
  /** The fields that identifiers which are no filters read. */
  readonly fields: readonly string[]
}

/** The parts of a rule, as the vocabulary defines them: a search identifier, or a field of those that are no filters. */
export function partsOf(rule: Rule): Parts {
  const fields = rule.identifiers
    .filter((identifier) => identifier.role !== 'filter')
    .flatMap((identifier) => [...leavesOf(identifier.predicate)].map((leaf) => leaf.field))
  return {
    identifiers: rule.identifiers.map((identifier) => identifier.name),
    filters: rule.identifiers.filter((identifier) => identifier.role === 'filter').map((identifier) => identifier.name),
    fields: [...new Set(fields.filter((field) => field !== null))],
  }
}

/**
 * The search identifier and the field that keep names of parts from being a list, null where they are of one level: search
 * identifiers, or fields and whole filters. What stands in the way is told in one of the two, so a list of both could never
 * hold.
 */
export function mixedLevels(
  rule: Rule,
  names: readonly string[],
): { readonly identifier: string; readonly field: string } | null {
  const { identifiers, filters } = partsOf(rule)
  const identifier = names.find((name) => identifiers.includes(name) && !filters.includes(name))
  const field = names.find((name) => !identifiers.includes(name))
  return identifier === undefined || field === undefined ? null : { identifier, field }
}
