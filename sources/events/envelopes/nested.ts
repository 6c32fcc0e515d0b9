import { flattenEvent, isObject } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { has } from './paths.ts'

/** Windows' own nesting: evtx_dump, xmltodict, Velociraptor, OpenWEC, chainsaw's data, XML read as JSON (semantics 6.3). */
export const nested: Envelope = {
  name: "Windows' nesting",
  open: (json) => {
    const event = isObject(json.Event) ? json.Event : json
    const { System: system } = event
    if (!isObject(system)) return null
    const isSystem = ['EventID', 'Provider', 'Channel', 'Provider_attributes'].some((tag) => Object.hasOwn(system, tag))
    return isSystem && (event !== json || has(json, 'EventData') || has(json, 'UserData') || isWhole(json))
      ? { kind: 'event', event: flattenEvent(json) }
      : null
  },
}

/** An event without data of its own: nothing stands beside System but what its reader rendered. */
function isWhole(json: object): boolean {
  return Object.keys(json).every((key) => /^(?:System|Message|RenderingInfo|#attributes|@.*)$/.test(key))
}
