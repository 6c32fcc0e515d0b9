import { windowsEventOf } from '../../../catalogue/index.ts'
import { leavesOf, type Rule } from '../../../sigma/index.ts'

/** Tells whether rules read a field of this name. */
export type IsRead = (field: string) => boolean

const known = new WeakMap<Rule, ReadonlySet<string> | null>()

/**
 * Whether any of these rules reads a field of an event of this kind, under its own name or one that a category has for it or
 * puts together of it and others. A keyword reads them all.
 */
export function readBy(rules: readonly Rule[], eventId: number | null): IsRead {
  const event = windowsEventOf(eventId)
  const read = rules.map(fieldsOf)
  const isNamed = (field: string) => read.some((fields) => fields === null || fields.has(field))
  const composed = (event?.composed ?? []).filter(({ name }) => isNamed(name)).flatMap(({ of }) => of)
  const renamed = Object.entries(event?.categoryNames ?? {}).flatMap(([alias, own]) => (isNamed(alias) ? [own] : []))
  const own = new Set([...composed, ...renamed])
  return (field) => own.has(field) || isNamed(field)
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
