import { systemTagsOf, type WindowsEvent } from '../../catalogue/index.ts'
import { type Event, type Json, originIn, originNames } from '../../sigma/index.ts'
import { windowsEventIn } from '../kinds/event-in.ts'

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
  /** Where the data stands under UserData; null for EventData. */
  readonly userData: WindowsEvent['userData']
}

/** Sorts fields under the tags they came from. */
export function eventTags(event: Event): EventTags {
  const { fields } = event
  const kind = windowsEventIn(event)
  const told = originIn(fields)
  const isOwn = (name: string) =>
    (kind?.fields.some((field) => field.name === name) ?? false) ||
    (name === originNames.channel && told.channel !== event.origin.channel) ||
    (name === originNames.provider && told.provider !== event.origin.provider)
  const present = systemTagsOf(kind).filter(({ name }) => Object.hasOwn(fields, name))
  const valueIn = (name: string): Json => (isOwn(name) ? systemValue(event, kind, name) : (fields[name] ?? null))
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
  const data = Object.entries(fields).filter(([name]) => isOwn(name) || !present.some((field) => field.name === name))
  return { system, data, userData: kind?.userData ?? null }
}

/**
 * What stands in the System block where the event has a field of its own of that name: the event's version beside the
 * product's in Sysmon event 4, the log that tells beside the one that was cleared in event 104.
 */
function systemValue({ origin }: Event, kind: WindowsEvent | null, name: string): Json {
  if (name === originNames.channel) return origin.channel
  return name === originNames.provider ? origin.provider : (kind?.version ?? null)
}
