import { windowsEventOf } from '../../catalogue/index.ts'
import { leavesOf, type Rule } from '../../sigma/index.ts'

/** Tells whether rules read a field of this name. */
export type IsRead = (field: string) => boolean

const known = new WeakMap<Rule, ReadonlySet<string> | null>()

/**
 * Whether any of these rules reads a field of an event of this kind, under its own name or the one that a category has for
 * it. A keyword reads them all.
 */
export function readBy(rules: readonly Rule[], eventId: number | null): IsRead {
  const read = rules.map(fieldsOf)
  const names = Object.entries(windowsEventOf(eventId)?.categoryNames ?? {})
  return (field) => {
    const others = names.flatMap(([alias, own]) => (alias === field ? [own] : own === field ? [alias] : []))
    return read.some((fields) => fields === null || [field, ...others].some((name) => fields.has(name)))
  }
}

/** The fields that a rule reads; null for all. */
function fieldsOf(rule: Rule): ReadonlySet<string> | null {
  const before = known.get(rule)
  if (before !== undefined) return before
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  const compared = leaves.flatMap(({ test }) => (test.operator === 'fieldref' ? [test.field] : []))
  const fields = leaves.flatMap(({ field }) => field ?? [])
  const read = leaves.some(({ field }) => field === null) ? null : new Set([...fields, ...compared])
  known.set(rule, read)
  return read
}
