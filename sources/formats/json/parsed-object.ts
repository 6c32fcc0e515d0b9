import { isObject, type JsonObject } from '../../../sigma/index.ts'
import { eventLimits } from '../event-limits.ts'
import { shallowJson } from './exact-json.ts'

/** The JSON object that a text is; null for any other text, and for one that nests deeper than an event may. */
export function parsedObject(text: string): JsonObject | null {
  const json = shallowJson(text, eventLimits.depth)
  return isObject(json) ? json : null
}
