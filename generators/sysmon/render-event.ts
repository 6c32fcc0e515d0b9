import type { Fields, Json, JsonObject } from '../../sigma/index.ts'
import { systemFields } from './system-block.ts'

/** `evtx`: nested as evtx_dump prints an event. `flat`: the fields as they stand. */
export type EventShape = 'evtx' | 'flat'

/** An event in a shape that other tools read. Flattening it (semantics 6.3) gives the same fields again. */
export function renderEvent(fields: Fields, shape: EventShape): Json {
  return shape === 'flat' ? fields : nested(fields)
}

function nested(fields: Fields): JsonObject {
  const system = systemFields.filter((field) => Object.hasOwn(fields, field.name))
  const tags = [...new Set(system.map((field) => field.tag))].map((tag) => {
    const parts = system.filter((field) => field.tag === tag)
    const attributes = parts.flatMap(({ name, attribute }) =>
      attribute === null ? [] : [[attribute, fields[name] ?? null] as const],
    )
    const [text] = parts.filter((field) => field.attribute === null)
    const value = text === undefined ? { '#attributes': Object.fromEntries(attributes) } : (fields[text.name] ?? null)
    return [tag, value] as const
  })
  const data = Object.entries(fields).filter(([name]) => !systemFields.some((field) => field.name === name))
  return {
    Event: {
      '#attributes': { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
      System: Object.fromEntries(tags),
      EventData: Object.fromEntries(data),
    },
  }
}
