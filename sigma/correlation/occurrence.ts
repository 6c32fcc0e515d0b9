import { fieldNamed } from '../compile/field-key.ts'
import { type Event, type Fields, fieldValue, type Json } from '../events/event.ts'
import type { RuleKey } from '../rule/rule.ts'
import { numberOf, textOf } from '../values/text-of.ts'
import type { Correlation } from './correlation.ts'

/** An event and its time, in milliseconds since whenever the others count from. */
export interface TimedEvent extends Event {
  readonly time: number
}

/** One event that a rule matches (semantics 7.2). A match of a correlation is an occurrence of it. */
export interface Occurrence {
  readonly rule: RuleKey
  /** In milliseconds. */
  readonly time: number
  /** The event's position among all that were given, from 0. */
  readonly event: number
  /** As the rule reads them. */
  readonly fields: Fields
}

/** What an occurrence has in a field, which may be an alias; undefined when it is absent. */
function valueIn(correlation: Correlation, occurrence: Occurrence, field: string): Json | undefined {
  return fieldValue(occurrence.fields, fieldNamed(correlation.aliases.get(field)?.get(occurrence.rule) ?? field))
}

/** The text in a field, or in what its alias stands for; null when it is missing, null, an object or a list. */
export function textIn(correlation: Correlation, occurrence: Occurrence, field: string): string | null {
  const value = valueIn(correlation, occurrence, field)
  return value === undefined ? null : textOf(value)
}

/** The number in a field, or in what its alias stands for; null when it has none. */
export function numberIn(correlation: Correlation, occurrence: Occurrence, field: string): number | null {
  const value = valueIn(correlation, occurrence, field)
  const number = Number((value === undefined ? null : numberOf(value)) ?? Number.NaN)
  return Number.isFinite(number) ? number : null
}
