import type { Key, Predicate } from '../rule/predicate.ts'
import type { LogSource, SearchIdentifier } from '../rule/rule.ts'
import type { Source, Span } from '../source.ts'
import { type KnownEvents, knownEventsOf } from './events/known-events-of.ts'
import { type PinnedIds, searchesOf, visitKeys } from './events/pinned-ids.ts'

/** An entry of a detection that names a field, and the events for which it can have a say. */
export interface FieldEntry {
  readonly key: Key
  readonly field: string
  /** Null where not every one of them is known. */
  readonly events: KnownEvents | null
}

/** A detection, or what a filter document describes. */
export interface Searched {
  readonly identifiers: readonly SearchIdentifier[]
  readonly condition: Predicate
}

/** Where events come from: a log source, and the ids that are left of it. */
export interface PinnedSource {
  readonly logsource: LogSource
  readonly pinned: PinnedIds
}

/** The entries that the condition makes use of, over events of any of the sources. */
export function fieldEntriesIn(
  { identifiers, condition }: Searched,
  sources: readonly PinnedSource[],
): readonly FieldEntry[] {
  const found = new Map<Key, KnownEvents | null>()
  const searches = searchesOf(identifiers)
  for (const { logsource, pinned } of sources) {
    const known = new Map<PinnedIds, KnownEvents | null>()
    visitKeys(condition, searches, pinned, (key, ids) => {
      if (key.field === null) return
      const events = known.get(ids) ?? knownEventsOf(logsource, ids)
      known.set(ids, events)
      const before = found.get(key)
      found.set(key, before === undefined ? events : together(before, events))
    })
  }
  return [...found].flatMap(([key, events]) => (key.field === null ? [] : [{ key, field: key.field, events }]))
}

/** Where the field's name stands, without quotes and modifiers. */
export function fieldSpan({ key, field }: FieldEntry, { text }: Source): Span {
  const quoted = /["']/.test(text.charAt(key.span.start)) ? 1 : 0
  const start = key.span.start + quoted
  return { ...key.span, start, end: text.startsWith(field, start) ? start + field.length : key.span.end }
}

function together(one: KnownEvents | null, other: KnownEvents | null): KnownEvents | null {
  return one === null || other === null ? null : [...new Set([...one, ...other])]
}
