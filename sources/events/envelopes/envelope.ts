import type { Event, Json, JsonObject } from '../../../sigma/index.ts'

/** What an envelope makes of a JSON object. */
export type Opening =
  | { readonly kind: 'event'; readonly event: Event }
  /** Each is an event, or another envelope. */
  | { readonly kind: 'several'; readonly members: readonly Json[] }
  /** The event lies further in. */
  | { readonly kind: 'inner'; readonly json: Json }
  /** It is known what it is, and that rules cannot read it. */
  | { readonly kind: 'foreign'; readonly what: string; readonly instead: string }

/** One way in which exporters spell events (semantics 6.6). */
export interface Envelope {
  /** How the documentation calls it. */
  readonly name: string
  /** What is in it; null where its marks are not all there. */
  readonly open: (json: JsonObject) => Opening | null
}
