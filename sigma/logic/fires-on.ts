import { askedEvent } from '../events/asked-event.ts'
import { fieldsFor } from '../events/category-names.ts'
import type { Event, Fields } from '../events/event.ts'
import { fitsLogSource } from '../log-source.ts'
import type { Predicate } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { leafQuestion } from './leaf-matches.ts'
import { questionsOf } from './question.ts'

const { ofRule, ofTree } = questionsOf(leafQuestion)

/** Whether a rule fires on an event: what `judge` says, without the evidence, and cut short as soon as it is settled. */
export function firesOn(rule: Rule, event: Event): boolean {
  return fitsLogSource(rule.logsource, event) && conditionHolds(rule, event)
}

/** The same of the condition alone, whatever the event's log source. */
export function conditionHolds(rule: Rule, event: Event): boolean {
  return ofRule(rule)(askedEvent(fieldsFor(rule.logsource, event)))
}

/** Whether a tree of a search identifier holds for the fields of an event, as the rule reads them. */
export function treeHolds(tree: Predicate, fields: Fields): boolean {
  return ofTree(tree)(askedEvent(fields))
}
