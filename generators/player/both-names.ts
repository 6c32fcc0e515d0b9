import { windowsEventOf } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'

/** An event's fields with those that follow what is set, a value or its absence. */
export interface Named {
  readonly fields: Fields
  readonly derived: readonly string[]
}

/**
 * Where a category has another name for a field of the event (semantics 6.4), the value that a scenario sets under one of
 * them stands under the other too: the event has it once. Set under both, each keeps its own.
 */
export function underBothNames(fields: Fields, eventId: number | null, isSet: (field: string) => boolean): Named {
  const names = Object.entries(windowsEventOf(eventId)?.categoryNames ?? {})
  const following = names.flatMap(([alias, own]) => {
    if (isSet(alias) === isSet(own)) return []
    const [from, to] = isSet(own) ? [own, alias] : [alias, own]
    return [{ to, value: Object.hasOwn(fields, from) ? fields[from] : undefined }]
  })
  const gone = following.flatMap(({ to, value }) => (value === undefined ? [to] : []))
  const kept = Object.entries(fields).filter(([name]) => !gone.includes(name))
  const added = following.flatMap(({ to, value }) => (value === undefined ? [] : [[to, value] as const]))
  return { fields: Object.fromEntries([...kept, ...added]), derived: following.map(({ to }) => to) }
}
