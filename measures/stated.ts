import { type Leaf, leavesOf, type Rule } from '../sigma/index.ts'
import type { ObservedEvent } from './observation.ts'

/**
 * Whether what a leaf reads is *stated* in this event: its field; for fieldref both fields; for a keyword any field. An
 * event that was not solved for the rule judged is stated throughout.
 */
export function readsStated(leaf: Leaf, event: ObservedEvent): boolean {
  if (event.stated === 'every') return true
  const { stated } = event
  if (leaf.field === null) return stated.length > 0
  return fieldsRead(leaf).every((field) => isStated(field, stated))
}

/**
 * Whether a verdict of this rule on this event is *circular*: the event was solved for the rule and the scenario stated
 * no field that the rule reads.
 */
export function isCircular(rule: Rule, event: ObservedEvent): boolean {
  if (event.stated === 'every') return false
  const { stated } = event
  return !rule.identifiers
    .filter((identifier) => identifier.role !== 'unused')
    .flatMap((identifier) => [...leavesOf(identifier.predicate)])
    .some((leaf) =>
      leaf.field === null ? stated.length > 0 : fieldsRead(leaf).some((field) => isStated(field, stated)),
    )
}

function fieldsRead(leaf: Leaf): readonly string[] {
  if (leaf.field === null) return []
  return leaf.test.operator === 'fieldref' ? [leaf.field, leaf.test.field] : [leaf.field]
}

/** A field is stated by its own name or as a path into a stated object. */
function isStated(field: string, stated: readonly string[]): boolean {
  return stated.some((name) => name === field || field.startsWith(`${name}.`))
}
