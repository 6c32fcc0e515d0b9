import { canonicalText, type Fields, flattenEvent, type Json, type JsonObject } from '../../sigma/index.ts'
import { eventNamespace, eventTags } from './event-tags.ts'
import { xmlOf } from './xml.ts'

/**
 * `evtx`: an event of Windows nested as evtx_dump prints it, any other as it stands. `flat`: the fields as they stand. `xml`:
 * as Windows' event viewer has it.
 */
export type EventShape = 'evtx' | 'flat' | 'xml'

/**
 * An event in a shape that other tools read. Flattening the first two (semantics 6.3) gives the same fields again. XML is
 * one text, for the events that {@link whyNoXml} does not speak against; a character that XML 1.0 cannot hold stands in it as
 * U+FFFD.
 */
export function renderEvent(fields: Fields, shape: EventShape): Json {
  switch (shape) {
    case 'flat':
      return fields
    case 'evtx':
      return isOfWindows(fields) ? nested(fields) : fields
    case 'xml':
      return xmlOf(fields)
  }
}

/** Its envelope tells a reader that it is one: inside there are the same fields, under the same names. */
export function isOfWindows(fields: Fields): boolean {
  return canonicalText(flattenEvent(nested(fields))) === canonicalText(flattenEvent(fields))
}

function nested(fields: Fields): JsonObject {
  const { system, data } = eventTags(fields)
  const tags = system.map(({ tag, attributes, text }): readonly [string, Json] => {
    if (text !== undefined && attributes.length === 0) return [tag, text]
    const listed = { '#attributes': Object.fromEntries(attributes) }
    return [tag, text === undefined ? listed : { ...listed, '#text': text }]
  })
  return {
    Event: {
      '#attributes': { xmlns: eventNamespace },
      System: Object.fromEntries(tags),
      EventData: Object.fromEntries(data),
    },
  }
}
