import { RecipeError, type Witness } from '../../generators/index.ts'
import type { Suggestion } from '../../measures/index.ts'
import type { Json } from '../../sigma/index.ts'
import { composedDraft, type Draft, draftedSteps, stepsOf, verbatimDraft } from './draft.ts'
import { playedOnce } from './fillers.ts'

/**
 * The event of another suggestion with these fields as they are in the witness, and how it is told: scenarios that differ
 * in one thing are read as one. Null where nothing is to be taken over, or the event is of another kind.
 */
export function rebasedOn(
  model: Suggestion,
  witness: Witness,
  names: readonly string[],
): { readonly draft: Draft; readonly witness: Witness } | null {
  if (names.length === 0) return null
  const draft = mixedDraft(model, witness, names)
  if (draft === null) return null
  try {
    const { origin, fields, breaches } = playedOnce(stepsOf(draftedSteps(draft), 'trial 0'))
    const isAsRealistic = breaches.length <= witness.breaches.length
    return isAsRealistic ? { draft, witness: { origin, fields, eventId: witness.eventId, breaches } } : null
  } catch (error) {
    if (error instanceof RecipeError) return null
    throw error
  }
}

function mixedDraft(model: Suggestion, { origin, fields, eventId }: Witness, names: readonly string[]): Draft | null {
  const own = new Map(names.map((name) => [name, Object.hasOwn(fields, name) ? fields[name] : undefined]))
  if (model.event.kind === 'verbatim') {
    const [told] = model.event.events
    const known = new Map<string, Json | undefined>(Object.entries(told?.fields ?? {}))
    // Where it comes from has to stay what it is: another kind of event has other fields.
    if (told?.origin.eventId !== origin.eventId && !names.includes('EventID')) return null
    return verbatimDraft({ origin, fields: present(new Map([...known, ...own])) })
  }
  if (model.event.eventId !== eventId) return null
  const stated = new Map<string, Json | undefined>([...Object.entries(model.event.rows[0] ?? {}), ...own])
  for (const change of model.changes) {
    if (!own.has(change.field)) stated.set(change.field, change.kind === 'set' ? change.values[0] : undefined)
  }
  return composedDraft(eventId, present(stated), stated.keys())
}

function present(values: ReadonlyMap<string, Json | undefined>): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    [...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
