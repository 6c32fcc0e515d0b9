import type { WindowsEvent } from '../../../catalogue/index.ts'
import { windowsEventIn } from '../../../generators/kinds/event-in.ts'
import type { Placed } from './recorded.ts'

/** What was seen of one field: its JSON types, and between which lengths all but two in a thousand of its texts lie. */
export interface FieldProfile {
  readonly types: readonly string[]
  readonly shortest: number
  readonly longest: number
}

/** What was learned, by event id and field name. */
export type Profile = ReadonlyMap<string, FieldProfile>

/** The key of a field in a profile. */
export function profileKey(event: WindowsEvent, field: string): string {
  return `${event.id} ${field}`
}

/** Learns types and lengths (between the 0.1 and 99.9 percentile) of every field of the catalogue's events. */
export function learnedFrom(events: readonly Placed[]): Profile {
  const types = new Map<string, Set<string>>()
  const lengths = new Map<string, number[]>()
  for (const placed of events) {
    const { fields } = placed
    const event = windowsEventIn(placed)
    for (const { name } of event?.fields ?? []) {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (event === null || value === undefined) continue
      const key = profileKey(event, name)
      types.set(key, (types.get(key) ?? new Set<string>()).add(typeof value))
      if (typeof value !== 'string') continue
      const seen = lengths.get(key) ?? []
      seen.push(value.length)
      lengths.set(key, seen)
    }
  }
  return new Map(
    [...types].map(([key, seen]) => {
      const sorted = (lengths.get(key) ?? []).sort((left, right) => left - right)
      const at = (perMille: number) => sorted[Math.round(((sorted.length - 1) * perMille) / 1000)]
      return [key, { types: [...seen], shortest: at(1) ?? 0, longest: at(999) ?? Number.MAX_SAFE_INTEGER }]
    }),
  )
}
