import { type Event, isList, type Json } from '../../sigma/index.ts'
import { eventTags } from './event-tags.ts'
import { isOfWindows } from './render-event.ts'
import { isLegal } from './xml.ts'

/** Why a rule would not read in an event's XML what it reads in the event; null where it would. */
export function whyNoXml(event: Event): string | null {
  if (!isOfWindows(event)) return 'it is no event of Windows'
  const { system, data, userData } = eventTags(event)
  const noTag = userData === null ? undefined : data.find(([name]) => !/^[A-Za-z_][\w.-]*$/.test(name))
  if (noTag !== undefined) return `${noTag[0]} is no name for a tag`
  const tags = system.flatMap(({ tag, attributes, text }) => [[tag, text ?? ''] as const, ...attributes])
  for (const [name, value] of [...tags, ...data]) {
    const what = isLegal(name) ? whatXmlLacks(value) : 'has a character in its name that XML cannot hold'
    if (what !== null) return `${name} ${what}`
  }
  return null
}

/** A field is one text in XML, an empty one for whatever has no text. */
function whatXmlLacks(value: Json): string | null {
  if (value === null) return 'is null'
  if (typeof value === 'object') return isList(value) ? 'is a list' : 'is an object'
  return typeof value !== 'string' || isLegal(value) ? null : 'has a character that XML cannot hold'
}
