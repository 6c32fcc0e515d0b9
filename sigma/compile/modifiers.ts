import type { Comparison, TimePart } from '../predicate.ts'
import type { TextEncoding } from '../values/encodings.ts'

/** What a modifier does to its key (semantics 4.1). */
export type ModifierRole =
  /** Where the value stands in the text. */
  | { readonly kind: 'anchor'; readonly anchor: 'contains' | 'startswith' | 'endswith' }
  /** How the listed values combine. */
  | { readonly kind: 'list'; readonly list: 'all' | 'neq' }
  | { readonly kind: 'cased' }
  | { readonly kind: 're' }
  | { readonly kind: 'flag'; readonly flag: RegexFlag }
  | { readonly kind: 'cidr' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'fieldref' }
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'time'; readonly part: TimePart }
  | { readonly kind: 'encoding'; readonly encoding: 'base64' | 'base64offset' | TextEncoding }
  | { readonly kind: 'windash' }
  | { readonly kind: 'expand' }

/** A modifier of a key, as written there. */
export interface NamedModifier {
  readonly name: string
  readonly role: ModifierRole
}

export type RegexFlag = 'ignoreCase' | 'multiline' | 'dotAll'

/** Every modifier of Sigma version 2 (semantics section 4), by the name that rules write. */
const modifiers = {
  contains: { kind: 'anchor', anchor: 'contains' },
  startswith: { kind: 'anchor', anchor: 'startswith' },
  endswith: { kind: 'anchor', anchor: 'endswith' },
  all: { kind: 'list', list: 'all' },
  neq: { kind: 'list', list: 'neq' },
  cased: { kind: 'cased' },
  exists: { kind: 'exists' },
  re: { kind: 're' },
  i: { kind: 'flag', flag: 'ignoreCase' },
  ignorecase: { kind: 'flag', flag: 'ignoreCase' },
  m: { kind: 'flag', flag: 'multiline' },
  multiline: { kind: 'flag', flag: 'multiline' },
  s: { kind: 'flag', flag: 'dotAll' },
  dotall: { kind: 'flag', flag: 'dotAll' },
  cidr: { kind: 'cidr' },
  base64: { kind: 'encoding', encoding: 'base64' },
  base64offset: { kind: 'encoding', encoding: 'base64offset' },
  wide: { kind: 'encoding', encoding: 'utf16le' },
  utf16le: { kind: 'encoding', encoding: 'utf16le' },
  utf16be: { kind: 'encoding', encoding: 'utf16be' },
  utf16: { kind: 'encoding', encoding: 'utf16' },
  windash: { kind: 'windash' },
  expand: { kind: 'expand' },
  fieldref: { kind: 'fieldref' },
  lt: { kind: 'comparison', comparison: 'lt' },
  lte: { kind: 'comparison', comparison: 'lte' },
  gt: { kind: 'comparison', comparison: 'gt' },
  gte: { kind: 'comparison', comparison: 'gte' },
  minute: { kind: 'time', part: 'minute' },
  hour: { kind: 'time', part: 'hour' },
  day: { kind: 'time', part: 'day' },
  week: { kind: 'time', part: 'week' },
  month: { kind: 'time', part: 'month' },
  year: { kind: 'time', part: 'year' },
} as const satisfies Readonly<Record<string, ModifierRole>>

const byName: ReadonlyMap<string, ModifierRole> = new Map(Object.entries(modifiers))

/** What the modifier of this name does; undefined when there is none. Names are case-sensitive. */
export function modifierNamed(name: string): ModifierRole | undefined {
  return byName.get(name)
}

/** Every modifier's name. */
export const modifierNames: readonly string[] = [...byName.keys()]
