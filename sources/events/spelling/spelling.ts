import { ecsNames } from '../envelopes/ecs.ts'

/** A user's own envelope, as the configuration states it: paths in the event, keys joined by dots. */
export type OwnEnvelope = {
  readonly name: string
  /** What lies there tells the envelope from others. */
  readonly marks: readonly string[]
  /** Null: the event does not tell. */
  readonly origin: Readonly<Record<'channel' | 'provider' | 'eventId' | 'computer', string | null>>
  /** Where the event's own fields lie; null: beside everything else. */
  readonly fields: string | null
  readonly time: string | null
}

/** Where an event has what a rule calls by another name: the rule's field, and the path of it in the event. */
export type FieldMapping = Readonly<Record<string, string>>

/** How the events of a project are spelt beside what is known of exporters. */
export interface EventSpelling {
  readonly envelopes: readonly OwnEnvelope[]
  readonly mapping: FieldMapping
}

/** Nothing beside what is known. */
export const usualSpelling: EventSpelling = { envelopes: [], mapping: {} }

/** Mappings that have a name. */
export const namedMappings: Readonly<Record<string, FieldMapping>> = { ecs: ecsNames }
