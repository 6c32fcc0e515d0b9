import type { WindowsEvent } from '../catalogue/index.ts'
import { type Fields, type Json, textOf } from '../sigma/index.ts'

/** The event's own name for a field that its category knows under another. */
export function ownNameOf(event: WindowsEvent, name: string): string {
  if (event.fields.some((field) => field.name === name)) return name
  return (Object.hasOwn(event.categoryNames, name) ? event.categoryNames[name] : undefined) ?? name
}

/**
 * Fields given under the names of the event's category, as the event has them: renamed, and taken apart where the category
 * puts one together of several. Reading the event as the category does gives what was given again.
 */
export function inOwnFields(event: WindowsEvent, given: Fields): Fields {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const apart = event.composed.some((field) => field.name === name) ? takenApart(event.id, value) : null
      return apart ?? [[ownNameOf(event, name), value] as const]
    }),
  )
}

type Parts = readonly (readonly [name: string, value: Json])[]

/** The own fields that a composed one is made of; null where its value can be of no such event. */
function takenApart(eventId: number, value: Json): Parts | null {
  const text = textOf(value)
  if (text === null) return null
  if (eventId === 4657) {
    const [, key = '', name] = /^(.*?)(?:\\([^\\]*))?$/s.exec(text) ?? []
    return [
      ['ObjectName', kernelName(key)],
      ['ObjectValueName', name ?? ''],
    ]
  }
  const cut = text.indexOf('\\')
  return [
    ['TargetDomainName', cut < 0 ? '-' : text.slice(0, cut)],
    ['TargetUserName', text.slice(cut + 1)],
  ]
}

function kernelName(key: string): string {
  return key.replace(/^HKLM(?=\\|$)/i, () => '\\REGISTRY\\MACHINE').replace(/^HKU(?=\\|$)/i, () => '\\REGISTRY\\USER')
}
