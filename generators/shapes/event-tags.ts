import { systemTagsOf } from '../../catalogue/index.ts'
import type { Fields, Json } from '../../sigma/index.ts'
import { windowsEventIn } from '../sysmon/event-in.ts'

/** The namespace of every event that Windows writes. */
export const eventNamespace = 'http://schemas.microsoft.com/win/2004/08/events/event'

/** One tag of the System block with what stands in it. */
export interface SystemTag {
  readonly tag: string
  readonly attributes: readonly (readonly [name: string, value: Json])[]
  /** Undefined where the tag holds attributes alone. */
  readonly text: Json | undefined
}

/** An event's fields sorted into the two blocks that Windows writes. */
export interface EventTags {
  readonly system: readonly SystemTag[]
  readonly data: readonly (readonly [name: string, value: Json])[]
}

/**
 * Sorts fields under the tags they came from. The names that categories have for a field are left out where they only
 * repeat it: flattening adds them again.
 */
export function eventTags(fields: Fields): EventTags {
  const event = windowsEventIn(fields)
  const isOwn = (name: string) => event?.fields.some((field) => field.name === name) ?? false
  const present = systemTagsOf(event).filter(({ name }) => Object.hasOwn(fields, name))
  // Sysmon event 4 has a Version of its own, the product's; in the System block stands that of the event.
  const valueIn = (name: string): Json => (event !== null && isOwn(name) ? event.version : (fields[name] ?? null))
  const system = [...new Set(present.map(({ tag }) => tag))].map((tag) => {
    const parts = present.filter((field) => field.tag === tag)
    const text = parts.find((field) => field.attribute === null)
    return {
      tag,
      attributes: parts.flatMap(({ name, attribute }) =>
        attribute === null ? [] : [[attribute, valueIn(name)] as const],
      ),
      text: text === undefined ? undefined : valueIn(text.name),
    }
  })
  const data = Object.entries(fields).filter(([name, value]) => {
    if (present.some((field) => field.name === name)) return isOwn(name)
    const repeated = event !== null && Object.hasOwn(event.categoryNames, name) ? event.categoryNames[name] : undefined
    return repeated === undefined || !Object.hasOwn(fields, repeated) || fields[repeated] !== value
  })
  return { system, data }
}
