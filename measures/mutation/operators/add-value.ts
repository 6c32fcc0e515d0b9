import {
  answersOn,
  canonicalText,
  fieldValue,
  type Key,
  membersOf,
  nodesOf,
  type Predicate,
  treeHoldsWhen,
} from '../../../sigma/index.ts'
import { type Example, type Examples, statingFirst } from '../examples.ts'
import type { Edit } from '../mutant.ts'
import { spelledText } from '../text/respelled.ts'
import type { RuleText } from '../text/rule-text.ts'
import { withItem } from '../text/with-item.ts'
import type { NearValue } from './near-values.ts'
import { isClosed } from './plain-texts.ts'
import { nearValues } from './value-mutations.ts'

/**
 * Adds to the values of a filter one that takes in an event on which the rule fires: the nearest that the suite shows, of
 * which nothing but this key keeps the filter from holding, stated by its scenario where one does. At most five for a key:
 * that event's value in the ways of {@link valueMutations}, and the same of one more event, its sibling. More would only say
 * again whether a scenario that fires states the field.
 */
export function* addValue(text: RuleText): Generator<Edit> {
  const firing = text.examples.filter(({ fires }) => fires)
  for (const { role, predicate } of text.identifiers) {
    if (role !== 'filter') continue
    for (const key of nodesOf(predicate)) {
      if (key.kind !== 'key') continue
      const value = text.entryAt(key.span)?.entry.value
      const isList = key.quantifier === 'any' || key.children.length === 1
      if (value === undefined || !isList || key.negated || key.children.some(({ modifiers }) => isClosed(modifiers)))
        continue
      for (const [variant, near] of nearTo(key, nearest(firing, predicate, key))) {
        const isNumber = key.children[0]?.test.operator === 'number'
        const replacement = withItem(text.source, value, isNumber ? near : spelledText(near))
        if (replacement !== null) yield { node: key.id, variant, ...replacement }
      }
    }
  }
}

function nearTo({ field, children }: Key, examples: Examples): readonly NearValue[] {
  const values = examples.flatMap(({ fields }) => membersOf(fieldValue(fields, field ?? '') ?? null))
  const made = [...new Map(values.map((value) => [canonicalText(value), nearValues(value, children)])).values()]
  const [first = [], second] = made.filter((near) => near.length > 0)
  const sibling = second?.[0]
  return [...first, ...(sibling === undefined ? [] : [['sibling', sibling[1]] as const])]
}

/** Those that only this key keeps out of the filter; all of them where there is none. */
function nearest(firing: Examples, predicate: Predicate, key: Key): Examples {
  const own = new Set(key.children)
  const isNear = ({ fields }: Example): boolean => {
    const answers = answersOn(fields)
    return treeHoldsWhen(predicate, (leaf) => own.has(leaf) || answers(leaf)) && !treeHoldsWhen(predicate, answers)
  }
  const near = firing.filter(isNear)
  return statingFirst(near.length > 0 ? near : firing, key.field ?? '')
}
