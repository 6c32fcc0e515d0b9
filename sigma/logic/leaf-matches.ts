import { type AskedEvent, askedEvent, askedField, askedScalars } from '../events/asked-event.ts'
import type { Fields } from '../events/event.ts'
import { fieldQuestion, keywordQuestion } from '../operators/operators.ts'
import type { Leaf } from '../rule/predicate.ts'
import { kept, type WorldQuestion } from './question.ts'

/** Asks an event whether a leaf's value matches. Made once for each leaf object. */
export const leafQuestion: (leaf: Leaf) => WorldQuestion<AskedEvent> = kept(({ field, test }) => {
  if (field !== null) {
    const question = fieldQuestion(test)
    return (event) => question(askedField(event, field), event)
  }
  const question = keywordQuestion(test)
  return (event) => askedScalars(event).some((value) => question(value, event))
})

/** Whether a leaf's value matches the event. */
export function leafMatches(leaf: Leaf, fields: Fields): boolean {
  return leafQuestion(leaf)(askedEvent(fields))
}
