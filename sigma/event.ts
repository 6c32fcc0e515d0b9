/** A JSON value, as read. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** An event's fields under the names that rules use: what flattening (semantics 6.3) makes of any spelling. */
export type Fields = JsonObject
