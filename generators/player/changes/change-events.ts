import type { Json } from '../../../sigma/index.ts'
import { chanceOf } from '../../chance.ts'
import { jsonTypeIn, requireField, typedValue } from '../../kinds/typed-value.ts'
import type { Change, MadeEvent, PlayContext, Played } from '../../recipe.ts'
import { RecipeError } from '../../recipe-error.ts'
import { addressesInside, addressesOutside, overlapWarnings, statedNetwork } from '../../values/network-edges.ts'
import { withAccount, withEditedText, withField, withoutField } from '../made-event.ts'
import { valueNamed } from '../own-fields.ts'
import { merged, requireAtMostTheLimit } from '../scene/sets.ts'
import { casedText, replacedText, shortenedTexts } from './edit-text.ts'

/** The events as changed, with what deserves a note. */
type ChangedEvents = Pick<Played, 'events' | 'warnings'>

/**
 * Alters every event; a list of values makes one event of each, in written order, and equal events merge. Throws
 * {@link RecipeError} for a field that an event does not have, a value that does not fit it, and more than 10,000 events.
 */
export function changedEvents(events: readonly MadeEvent[], change: Change, context: PlayContext): ChangedEvents {
  if (events.length === 0) throw new RecipeError('there is no event yet')
  for (const event of events) requireChangeable(event, change.field)
  switch (change.kind) {
    case 'set':
      return setTo(events, change.field, change.values, context)
    case 'account':
      return setToAccounts(events, change.field, change.accounts, context)
    case 'remove':
      for (const event of events) refuseWithoutEventId(event, change.field, 'absent from')
      return { events: merged(events.map((event) => withoutField(event, change.field, context))), warnings: [] }
    case 'inside': {
      const chance = chanceOf(context.seed, change.chance)
      const networks = networksOf(events, change.field, change.networks)
      return setTo(
        events,
        change.field,
        networks.flatMap((network) => addressesInside(network, chance)),
        context,
      )
    }
    case 'outside': {
      const networks = networksOf(events, change.field, change.networks)
      const played = setTo(events, change.field, networks.flatMap(addressesOutside), context)
      return { ...played, warnings: overlapWarnings(networks) }
    }
    case 'replace':
      return edited(events, change.field, context, (value) => [
        replacedText(value, change.field, change.found, change.replacement),
      ])
    case 'shorten':
      return edited(events, change.field, context, (value) => shortenedTexts(value, change.field, change.text))
    case 'letter-case':
      return edited(events, change.field, context, (value) => [casedText(value, change.field, change.letterCase)])
  }
}

function setTo(
  events: readonly MadeEvent[],
  field: string,
  values: readonly Json[],
  context: PlayContext,
): ChangedEvents {
  if (values.length === 0) throw new RecipeError(`${field} is set to an empty list; there is no empty set of events`)
  requireAtMostTheLimit(events.length * values.length)
  const made = events.flatMap((event) =>
    values.map((value) => withField(event, field, fitting(event, field, value), context)),
  )
  return { events: merged(made), warnings: [] }
}

function setToAccounts(
  events: readonly MadeEvent[],
  field: string,
  accounts: readonly string[],
  context: PlayContext,
): ChangedEvents {
  requireAtMostTheLimit(events.length * accounts.length)
  const made = events.flatMap((event) => {
    const type = jsonTypeIn(event.eventId, field)
    if (type === 'number' || type === 'boolean') throw new RecipeError(`${field} is a ${type}, it holds no account`)
    return accounts.map((account) => withAccount(event, field, account, context))
  })
  return { events: merged(made), warnings: [] }
}

/** A text for a field of another type is read as that type; absence is left as it is. */
function fitting(event: MadeEvent, field: string, value: Json): Json {
  if (value === null || value === '') {
    refuseWithoutEventId(event, field, value === null ? 'null in' : 'empty in')
    return value
  }
  const type = jsonTypeIn(event.eventId, field)
  return typeof value === 'string' && type !== null && type !== 'string'
    ? typedValue(event.eventId, field, value)
    : value
}

function edited(
  events: readonly MadeEvent[],
  field: string,
  context: PlayContext,
  edit: (value: Json | undefined) => readonly string[],
): ChangedEvents {
  const made = events.map((event) => ({ event, texts: edit(valueNamed(event, field)) }))
  requireAtMostTheLimit(made.reduce((count, { texts }) => count + texts.length, 0))
  const changed = made.flatMap(({ event, texts }) => texts.map((text) => withEditedText(event, field, text, context)))
  return { events: merged(changed), warnings: [] }
}

/** The networks of a list, each read; an error says which cell it is about when there are several. */
function networksOf(events: readonly MadeEvent[], field: string, texts: readonly string[]) {
  for (const event of events) {
    const type = jsonTypeIn(event.eventId, field)
    if (type === 'number' || type === 'boolean') throw new RecipeError(`${field} is a ${type}, it holds no address`)
  }
  if (texts.length === 0) throw new RecipeError(`${field} is given no network; there is no empty set of events`)
  return texts.map((text, index) => {
    try {
      return statedNetwork(text)
    } catch (error) {
      if (!(error instanceof RecipeError) || texts.length === 1) throw error
      throw new RecipeError(`cell ${index + 1}: ${error.message}`, { cause: error })
    }
  })
}

/** A field that the event has, whatever it is, can be changed; any other has to be one of its schema. */
function requireChangeable(event: MadeEvent, field: string): void {
  if (!Object.hasOwn(event.fields, field)) requireField(event.eventId, field)
}

/** A made event is of its kind by its EventID; only one that its scenario gave whole can go without. */
function refuseWithoutEventId(event: MadeEvent, field: string, absence: string): void {
  if (field !== 'EventID' || event.eventId === null || event.stated.includes('EventID')) return
  throw new RecipeError(`EventID cannot be ${absence} a Sysmon event; give it whole with "the event:"`)
}
