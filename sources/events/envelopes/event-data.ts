import { isList, isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import { parsedObject } from '../../formats/json/parsed-object.ts'
import { eventXml } from './event-xml.ts'

/**
 * What an exporter keeps of an event's own data: a map, a list of named values, or either as a text of JSON or XML; inside
 * EventData, or inside the one element of UserData. Null where it cannot be read.
 */
export function eventDataOf(value: Json | undefined): JsonObject | null {
  if (isList(value)) return { Data: value }
  if (isObject(value)) return dataIn(value)
  if (typeof value !== 'string') return null
  const text = value.trimStart()
  const json = text.startsWith('<') ? eventXml(text) : parsedObject(text)
  return json === null ? null : dataIn(json)
}

/** Elements around the data, outermost first, that hold nothing else of the event's own. */
const around = ['Event', 'DataItem', 'EventData'] as const

function dataIn(json: JsonObject): JsonObject | null {
  for (const key of around) if (Object.hasOwn(json, key)) return within(json[key])
  if (!Object.hasOwn(json, 'UserData')) return json
  const [element] = isObject(json.UserData) ? Object.values(json.UserData).filter(isObject) : []
  return element ?? null
}

/** An empty element is an event without data. */
function within(value: Json | undefined): JsonObject | null {
  if (value === null || value === '') return {}
  if (isList(value)) return { Data: value }
  return isObject(value) ? dataIn(value) : null
}
