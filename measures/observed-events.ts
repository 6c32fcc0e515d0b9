import { type MadeEvent, playRecipe } from '../generators/index.ts'
import type { Rule, RuleKey } from '../sigma/index.ts'
import { hashOfEvents } from './event-hash.ts'
import type { Observation, ObservedEvent, ObservedEvents } from './observation.ts'
import { ObservationError } from './observation-error.ts'

/** Gives the detection rule with a key, which a recipe may name. */
export type FindRule = (key: RuleKey) => Rule

/** A larger set is left out of the attachment and played again from its recipe. */
const mostCarriedEvents = 200

/** The events of a scenario as an observation of this rule carries them, or a statement about no rule (null). */
export function observedEventsOf(rule: RuleKey | null, made: readonly MadeEvent[]): ObservedEvents {
  if (made.length <= mostCarriedEvents) return { kind: 'whole', events: made.map((event) => observed(rule, event)) }
  return { kind: 'replay', count: made.length, hash: hashOfEvents(made.map((event) => event.fields)) }
}

/**
 * The events that an observation is about, played again from its recipe where it does not carry them. Throws an
 * {@link ObservationError} when the recipe does not give the same events any more.
 */
export function eventsOf(
  observation: Pick<Observation, 'events' | 'recipe' | 'scenario'> & { readonly rule: RuleKey | null },
  ruleOf: FindRule,
): readonly ObservedEvent[] {
  const { events, recipe, rule, scenario } = observation
  if (events.kind === 'whole') return events.events
  const made = playRecipe(recipe, ruleOf).events
  if (made.length !== events.count || hashOfEvents(made.map((event) => event.fields)) !== events.hash) {
    throw new ObservationError([
      `${scenario.uri}:${scenario.line}: its ${events.count} events cannot be made again: the recipe gives others now`,
    ])
  }
  return made.map((event) => observed(rule, event))
}

function observed(
  rule: RuleKey | null,
  { origin, fields, solvedFor, stated, breaches, time }: MadeEvent,
): ObservedEvent {
  return { origin, fields, stated: rule !== null && solvedFor.includes(rule) ? stated : 'every', breaches, time }
}
