import { type Event, type Fields, type Json, textOf } from '../../../sigma/index.ts'
import { chanceOf } from '../../chance.ts'
import { ownValue } from '../../own-value.ts'
import type { Alike, MadeEvent } from '../../recipe.ts'
import { plausibleValue } from '../../values/plausible.ts'
import { violationsOf } from '../../violations/violations.ts'
import { derivedFields } from '../following/derive.ts'
import { tieOf } from '../following/tie.ts'
import { ownFieldsIn, valueNamed } from '../own-fields.ts'

/** Which event the others are like, by what a correlation calls the field: the first that has a text in it. */
export type Models = ReadonlyMap<string, MadeEvent>

/** Who acts is told in several fields: they are taken over together. */
const companions: Readonly<Record<string, readonly string[]>> = {
  User: ['LogonGuid', 'LogonId', 'TerminalSessionId', 'IntegrityLevel'],
  SubjectUserName: ['SubjectUserSid', 'SubjectDomainName', 'SubjectLogonId'],
  TargetUserName: ['TargetUserSid', 'TargetDomainName'],
}

/**
 * The event with a plausible value in each field by which it is grouped and that it has not: of a kind that no catalogue
 * describes, it would have none but those that its rule reads, and count for no group.
 */
export function withGroupFields(event: MadeEvent, isStill: (event: Event) => boolean, seed: string): MadeEvent {
  if (event.eventId !== null) return event
  const missing = event.alike.filter(({ field }) => !Object.hasOwn(event.fields, field))
  const added = missing.map(
    ({ group, field }) => [field, plausibleValue(field, chanceOf(seed, 'group', group))] as const,
  )
  const fields = { ...event.fields, ...Object.fromEntries(added) }
  const changed = { ...event, fields }
  return added.length > 0 && isStill(changed) ? changed : event
}

/** The models and, for fields that none of them has, the event. */
export function withModel(models: Models, event: MadeEvent): Models {
  const missing = event.alike.filter(({ group, field }) => !models.has(group) && textIn(event, field) !== null)
  return missing.length === 0 ? models : new Map([...models, ...missing.map(({ group }) => [group, event] as const)])
}

/**
 * The event with the values of its models in the fields where it is like them: what a named fact ties to them follows. A
 * field that the scenario states stays, and so does one in which the event would no longer be what it was made for.
 */
export function beAlike(event: MadeEvent, models: Models, isStill: (event: Event) => boolean, seed: string): MadeEvent {
  return event.alike.reduce((changed, alike) => {
    const model = models.get(alike.group)
    if (model === undefined || isLike(changed, alike, model)) return changed
    const value = { [alike.field]: valueIn(model, alike.group) ?? null }
    return (
      [{ ...companionsOf(alike, model, changed), ...value }, value]
        .map((values) => holding(changed, values, seed))
        .find((other) => isStill(other) && other.breaches.length <= changed.breaches.length) ?? changed
    )
  }, event)
}

/** The fields in which the event should be like its models and is not, though nothing is stated in it. */
export function unlikeFields(event: MadeEvent, models: Models): readonly string[] {
  return event.alike.flatMap((alike) => {
    const model = models.get(alike.group)
    return model === undefined || isLike(event, alike, model) ? [] : [alike.field]
  })
}

/** Where the event has no such field, or the scenario states it, there is nothing to do. */
function isLike(event: MadeEvent, { group, field }: Alike, model: MadeEvent): boolean {
  if (event.stated.includes(field) || valueNamed(event, field) === undefined) return true
  return textIn(event, field) === textOf(valueIn(model, group) ?? null)
}

function textIn(event: MadeEvent, field: string): string | null {
  return textOf(valueNamed(event, field) ?? null)
}

function valueIn(event: MadeEvent, group: string): Json | undefined {
  const field = event.alike.find((each) => each.group === group)?.field
  return field === undefined ? undefined : valueNamed(event, field)
}

/** What else tells of the same actor, where both events have it under the same name. */
function companionsOf({ group, field }: Alike, model: MadeEvent, event: MadeEvent): Fields {
  const isSameField = model.alike.some((each) => each.group === group && each.field === field)
  const names = isSameField && Object.hasOwn(companions, field) ? (companions[field] ?? []) : []
  const taken = names.flatMap((name): [string, Json][] => {
    const value = ownValue(model.fields, name)
    const isFree = Object.hasOwn(event.fields, name) && !event.stated.includes(name)
    return value === undefined || !isFree ? [] : [[name, value]]
  })
  return Object.fromEntries(taken)
}

function holding(event: MadeEvent, values: Fields, seed: string): MadeEvent {
  const isSet = (name: string): boolean =>
    Object.hasOwn(values, name) || (event.stated.includes(name) && !event.derived.includes(name))
  const fields = { ...event.fields, ...ownFieldsIn(event.eventId, values) }
  // Whether it is still what it was made for is asked of the whole.
  const tie = tieOf(isSet, () => false)
  const changed = { ...fields, ...derivedFields(fields, event.eventId, tie, seed) }
  const breaches = event.eventId === null ? event.breaches : violationsOf(changed, event.eventId)
  return { ...event, fields: changed, breaches }
}
