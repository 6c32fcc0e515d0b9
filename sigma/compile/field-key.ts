import type { Anchor } from '../rule/predicate.ts'
import type { LeadKind, NamedModifier, RoleKind, RoleOf, SideKind } from './modifiers.ts'

/** A key of a detection map, `field|modifier|modifier`, read and found consistent. */
export interface FieldKey {
  /** As written. */
  readonly text: string
  /** As events name it; null for a keyword entry such as `'|all'`. */
  readonly field: string | null
  /** The field as written. */
  readonly fieldText: string | null
  /** In the order written; a repeated one is left out unless repeating it has a meaning. */
  readonly modifiers: readonly NamedModifier[]
  /** The one among them that chooses the operator; null where each value does. */
  readonly lead: NamedModifier<LeadKind> | null
  /** Those that choose none. */
  readonly sides: readonly NamedModifier<SideKind>[]
}

/** The name under which events have the field that a rule writes so: without its spaces, as they are named (semantics 6.3). */
export function fieldNamed(written: string): string {
  // Nothing but spaces names nothing, and no name at all would make a keyword of it.
  return written.replaceAll(' ', '') || written
}

type Some<Kind extends RoleKind> = Extract<RoleOf<RoleKind>, { readonly kind: Kind }>

/** What a key's modifiers of a kind do, in the order written. */
export function rolesOf<Kind extends RoleKind>({ modifiers }: FieldKey, kind: Kind): readonly Some<Kind>[] {
  return modifiers.flatMap(({ role }) => (isOfKind(role, kind) ? [role] : []))
}

/** The same of the modifier that chose the operator. Throws a TypeError where the key has none of the kind. */
export function roleOf<Kind extends LeadKind>(key: FieldKey, kind: Kind): Some<Kind> {
  const [role] = rolesOf(key, kind)
  if (role === undefined) throw new TypeError(`no modifier of kind '${kind}' in '${key.text}'`)
  return role
}

function isOfKind<Kind extends RoleKind>(role: RoleOf<RoleKind>, kind: Kind): role is Some<Kind> {
  return role.kind === kind
}

/** The operator that places a key's texts: as written, `contains` for a keyword, else equality. */
export function anchorOf(key: FieldKey): Anchor {
  return rolesOf(key, 'anchor')[0]?.anchor ?? (key.field === null ? 'contains' : 'equals')
}
