import type { Key, Predicate } from '../predicate.ts'
import type { LogSource, SearchIdentifier } from '../rule.ts'
import type { Source, Span } from '../source.ts'
import { type PinnedIds, searchesOf, visitKeys } from './pinned-ids.ts'
import { type World, worldOf } from './world.ts'

/** An entry of a detection that names a field, and the events for which it can have a say. */
export interface Place {
  readonly key: Key
  readonly field: string
  /** Null where not every one of them is known. */
  readonly world: World | null
}

/** A detection, or what a filter document describes. */
export interface Searched {
  readonly identifiers: readonly SearchIdentifier[]
  readonly condition: Predicate
}

/** Where events come from: a log source, and the ids that are left of it. */
export interface Origin {
  readonly logsource: LogSource
  readonly pinned: PinnedIds
}

/** The places that the condition makes use of, over events of any of the origins. */
export function placesIn({ identifiers, condition }: Searched, origins: readonly Origin[]): readonly Place[] {
  const worlds = new Map<Key, World | null>()
  const searches = searchesOf(identifiers)
  for (const { logsource, pinned } of origins) {
    const known = new Map<PinnedIds, World | null>()
    visitKeys(condition, searches, pinned, (key, ids) => {
      if (key.field === null) return
      const world = known.get(ids) ?? worldOf(logsource, ids)
      known.set(ids, world)
      const before = worlds.get(key)
      worlds.set(key, before === undefined ? world : together(before, world))
    })
  }
  return [...worlds].flatMap(([key, world]) => (key.field === null ? [] : [{ key, field: key.field, world }]))
}

/** Where the field's name stands, without quotes and modifiers. */
export function fieldSpan({ key, field }: Place, { text }: Source): Span {
  const quoted = /["']/.test(text.charAt(key.span.start)) ? 1 : 0
  const start = key.span.start + quoted
  return { ...key.span, start, end: text.startsWith(field, start) ? start + field.length : key.span.end }
}

function together(one: World | null, other: World | null): World | null {
  return one === null || other === null ? null : [...new Set([...one, ...other])]
}
