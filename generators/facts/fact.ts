import type { EventId } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import type { Violation } from '../violations/violation.ts'

/** Something that holds between the fields of one event. */
export interface Fact {
  readonly name: string
  /** Ids of the events it is about. */
  readonly events: readonly EventId[]
  /**
   * `always`: Sysmon's manifest or code enforces it, or it held in every one of at least 500 recorded events of two product
   * generations; only that may prove that an event is impossible. `usual`: guides realism alone.
   */
  readonly certainty: 'always' | 'usual'
  /** What says so: the source, or how often it held. */
  readonly source: string
  /** What breaks it; empty when it holds or cannot be judged, because a field is absent or of another type. */
  readonly violations: (fields: Fields) => readonly Violation[]
}

/** The text of a field, or null when the event has none. */
export function textOfField(fields: Fields, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : null
}
