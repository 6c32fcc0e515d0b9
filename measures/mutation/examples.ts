import {
  byCodeUnit,
  canonicalText,
  type Event,
  type Fields,
  fieldsFor,
  firesOn,
  type Rule,
  type RuleKey,
} from '../../sigma/index.ts'
import type { Observation } from '../observation.ts'

/** An event that scenarios have judged, as the rule reads it. */
export interface Example {
  readonly event: Event
  readonly fields: Fields
  /** The fields that the scenario states itself. */
  readonly stated: 'every' | ReadonlySet<string>
  /** Whether the rule, as it stands, fires. */
  readonly fires: boolean
}

/** What a suite shows of a document, so that an edit of it can be made near to that. */
export type Examples = readonly Example[]

/**
 * The events that scenarios judge by some rules, as their observations carry them: each once, in an order of their own, so
 * that neither the order of a run nor a scenario told twice makes other mutants. Observations that carry none, because there
 * are too many, are left out.
 */
export function examplesIn(rules: readonly Rule[], shownOf: (key: RuleKey) => readonly Observation[]): Examples {
  const found = new Map<string, Example>()
  for (const rule of rules) {
    const { key } = rule
    for (const { events } of shownOf(key)) {
      if (events.kind === 'replay') continue
      for (const { origin, fields, stated } of events.events) {
        const event = { origin, fields }
        const name = canonicalText({ key, origin: { ...origin }, fields, stated })
        if (found.has(name)) continue
        found.set(name, {
          event,
          fields: fieldsFor(rule.logsource, event),
          stated: stated === 'every' ? stated : new Set(stated),
          fires: firesOn(rule, event),
        })
      }
    }
  }
  return [...found].sort(([one], [other]) => byCodeUnit(one, other)).map(([, example]) => example)
}

/** Those that state a field themselves; all of them where none does. */
export function statingFirst(examples: Examples, field: string): Examples {
  const stating = examples.filter(({ stated }) => stated === 'every' || stated.has(field))
  return stating.length > 0 ? stating : examples
}
