import type { Comparison, Operator, TimePart } from '../rule/predicate.ts'
import type { Charset, Encoding } from '../values/encodings.ts'

/** What each kind of modifier says: the operands of a {@link RoleOf}. A kind that is an operator's name chooses it. */
interface RoleOperands {
  /** Where the value stands in the text. */
  readonly anchor: { readonly anchor: 'contains' | 'startswith' | 'endswith' }
  /** How the listed values combine. */
  readonly list: { readonly list: ListRole }
  readonly cased: unknown
  readonly flag: { readonly flag: RegexFlag }
  /** Makes bytes of a text. */
  readonly charset: { readonly charset: Charset }
  readonly encoding: { readonly encoding: Encoding }
  readonly windash: unknown
  readonly expand: unknown
  readonly re: unknown
  readonly cidr: unknown
  readonly exists: unknown
  readonly fieldref: unknown
  readonly compare: { readonly comparison: Comparison }
  readonly time: { readonly part: TimePart }
}

export type ListRole = 'all' | 'neq'

export type RegexFlag = 'ignoreCase' | 'multiline' | 'dotAll'

export type RoleKind = keyof RoleOperands

/** Modifiers that choose the operator of their key; a key without one compares by the type of each value. */
export type LeadKind = RoleKind & Operator

/** Modifiers that change what the operator compares. */
export type SideKind = Exclude<RoleKind, LeadKind>

/** What modifiers of some kinds do to their key (semantics 4.1). */
export type RoleOf<Kind extends RoleKind> = { [Each in Kind]: { readonly kind: Each } & RoleOperands[Each] }[Kind]

/** A modifier of a key, as written there. */
export interface NamedModifier<Kind extends RoleKind = RoleKind> {
  readonly name: string
  readonly role: RoleOf<Kind>
}

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
  wide: { kind: 'charset', charset: 'utf16le' },
  utf16le: { kind: 'charset', charset: 'utf16le' },
  utf16be: { kind: 'charset', charset: 'utf16be' },
  utf16: { kind: 'charset', charset: 'utf16' },
  windash: { kind: 'windash' },
  expand: { kind: 'expand' },
  fieldref: { kind: 'fieldref' },
  lt: { kind: 'compare', comparison: 'lt' },
  lte: { kind: 'compare', comparison: 'lte' },
  gt: { kind: 'compare', comparison: 'gt' },
  gte: { kind: 'compare', comparison: 'gte' },
  minute: { kind: 'time', part: 'minute' },
  hour: { kind: 'time', part: 'hour' },
  day: { kind: 'time', part: 'day' },
  week: { kind: 'time', part: 'week' },
  month: { kind: 'time', part: 'month' },
  year: { kind: 'time', part: 'year' },
} as const satisfies Readonly<Record<string, RoleOf<RoleKind>>>

const byName: ReadonlyMap<string, RoleOf<RoleKind>> = new Map(Object.entries(modifiers))

/** What the modifier of this name does; undefined when there is none. Names are case-sensitive. */
export function modifierNamed(name: string): RoleOf<RoleKind> | undefined {
  return byName.get(name)
}

/** Every modifier's name. */
export const modifierNames: readonly string[] = [...byName.keys()]
