import type { ComposedEventId, EventId, WindowsEvent } from '../../catalogue/index.ts'
import { type Fields, type Json, textOf } from '../../sigma/index.ts'

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
      const apart = event.composed.some((field) => field.name === name) ? partsOf(event.id, value) : null
      return apart === null ? [[ownNameOf(event, name), value] as const] : Object.entries(apart)
    }),
  )
}

type PartsByField = Readonly<Record<string, string>>

/** The own fields that a composed one is made of, by the event's id. */
const takenApart: Readonly<Record<ComposedEventId, (text: string) => PartsByField>> = {
  4657: registryParts,
  4688: accountParts,
}

function partsOf(id: EventId, value: Json): PartsByField | null {
  const text = textOf(value)
  return text === null || !isComposed(id) ? null : takenApart[id](text)
}

function isComposed(id: EventId): id is ComposedEventId {
  return Object.hasOwn(takenApart, id)
}

/** The key of a registry value by the kernel's name, and the value's own name. */
export function registryParts(path: string): { readonly ObjectName: string; readonly ObjectValueName: string } {
  const [, key = '', name = ''] = /^(.*?)(?:\\([^\\]*))?$/s.exec(path) ?? []
  return { ObjectName: kernelName(key), ObjectValueName: name }
}

function accountParts(account: string): PartsByField {
  const cut = account.indexOf('\\')
  return { TargetDomainName: cut < 0 ? '-' : account.slice(0, cut), TargetUserName: account.slice(cut + 1) }
}

function kernelName(key: string): string {
  return key.replace(/^HKLM(?=\\|$)/i, () => '\\REGISTRY\\MACHINE').replace(/^HKU(?=\\|$)/i, () => '\\REGISTRY\\USER')
}
