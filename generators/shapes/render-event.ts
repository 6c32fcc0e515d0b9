import { canonicalText, type Event, eventOf, flattenEvent, type Json, type JsonObject } from '../../sigma/index.ts'
import { type EventTags, eventNamespace, eventTags } from './event-tags.ts'
import { xmlOf } from './xml.ts'

/**
 * `evtx`: an event of Windows nested as evtx_dump prints it, any other as it stands. `flat`: the fields as they stand, where
 * they tell where the event comes from; else as `evtx`. `xml`: as Windows' event viewer has it.
 */
export type EventShape = 'evtx' | 'flat' | 'xml'

/**
 * An event in a shape that other tools read. Flattening the first two (semantics 6.3) gives the same fields again. XML is
 * one text, for the events that {@link whyNoXml} does not speak against; a character that XML 1.0 cannot hold stands in it as
 * U+FFFD.
 */
export function renderEvent(event: Event, shape: EventShape): Json {
  switch (shape) {
    case 'flat':
      return tellsItsOrigin(event) ? event.fields : nested(event)
    case 'evtx':
      return isOfWindows(event) ? nested(event) : event.fields
    case 'xml':
      return xmlOf(event)
  }
}

/** Its envelope tells a reader that it is one: inside there are the same fields, under the same names. */
export function isOfWindows(event: Event): boolean {
  const { origin, fields } = flattenEvent(nested(event))
  return canonicalText({ ...origin, fields }) === canonicalText({ ...event.origin, fields: event.fields })
}

/** No field of its own is called like a part of its origin. */
function tellsItsOrigin({ origin, fields }: Event): boolean {
  return canonicalText({ ...origin }) === canonicalText({ ...eventOf(fields).origin })
}

function nested(event: Event): JsonObject {
  const { system, data, userData } = eventTags(event)
  const tags = system.map(({ tag, attributes, text }): readonly [string, Json] => {
    if (text !== undefined && attributes.length === 0) return [tag, text]
    const listed = { '#attributes': Object.fromEntries(attributes) }
    return [tag, text === undefined ? listed : { ...listed, '#text': text }]
  })
  return {
    Event: {
      '#attributes': { xmlns: eventNamespace },
      System: Object.fromEntries(tags),
      ...(userData === null ? { EventData: Object.fromEntries(data) } : { UserData: under(userData, data) }),
    },
  }
}

function under({ element, namespace }: NonNullable<EventTags['userData']>, data: EventTags['data']): JsonObject {
  return { [element]: { '#attributes': { xmlns: namespace }, ...Object.fromEntries(data) } }
}
