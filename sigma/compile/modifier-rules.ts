import type { LeadRules } from '../operators/definition.ts'
import { operators } from '../operators/operators.ts'
import { flagWithoutRegex, modifierConflict, modifierOrder } from '../problems/modifier.ts'
import type { Problem } from '../problems/problem.ts'
import type { Span } from '../source.ts'
import type { LeadKind, NamedModifier, RoleKind, SideKind } from './modifiers.ts'
import type { ValueKind } from './value-kinds.ts'

/** The values that modifiers take which choose no operator. */
const sideValues: Readonly<Record<SideKind, ValueKind>> = {
  anchor: 'present',
  list: 'any',
  cased: 'present',
  flag: 'text',
  charset: 'text',
  encoding: 'text',
  windash: 'text',
  expand: 'text',
}

function isSideKind(kind: RoleKind): kind is SideKind {
  return Object.hasOwn(sideValues, kind)
}

/** Whether a modifier chooses no operator. */
export function isSide(modifier: NamedModifier): modifier is NamedModifier<SideKind> {
  return isSideKind(modifier.role.kind)
}

/** Whether a modifier chooses the operator. */
export function isLead(modifier: NamedModifier): modifier is NamedModifier<LeadKind> {
  return !isSideKind(modifier.role.kind)
}

/** What a modifier that chooses the operator asks of its key. */
export function leadRules({ role }: NamedModifier<LeadKind>): LeadRules {
  return operators[role.kind].lead
}

/** The values that a modifier takes. */
export function valuesOf({ role: { kind } }: NamedModifier): ValueKind {
  return isSideKind(kind) ? sideValues[kind] : operators[kind].lead.values
}

/** What is wrong with the order or the combination of a key's modifiers (semantics 4.1); null when nothing is. */
export function modifierProblem(modifiers: readonly NamedModifier[], key: string, span: Span): Problem | null {
  const [lead, second] = leadsOf(modifiers)
  if (lead !== undefined && second !== undefined) return modifierConflict(span, lead.name, second.name, key)
  const [anchor, secondAnchor] = modifiers.filter(({ role }) => role.kind === 'anchor')
  if (lead !== undefined) {
    const { companions, notAfter } = leadRules(lead)
    const earlier = modifiers.slice(0, modifiers.indexOf(lead))
    const misplaced = earlier.find(({ role }) => notAfter === 'any' || notAfter.includes(role.kind))
    if (misplaced !== undefined) return modifierOrder(span, lead.name, 'before', misplaced.name, key)
    const stranger = modifiers.find((each) => each !== lead && !companions.includes(each.role.kind))
    if (stranger !== undefined) return modifierConflict(span, lead.name, stranger.name, key)
  } else {
    const flag = modifiers.find(({ role }) => role.kind === 'flag')
    if (flag !== undefined) return flagWithoutRegex(span, flag.name, key)
  }
  return anchor !== undefined && secondAnchor !== undefined
    ? modifierConflict(span, anchor.name, secondAnchor.name, key)
    : null
}

/** One that another takes beside it, as a time part does a comparison, belongs to that; two of them still are two operators. */
function leadsOf(modifiers: readonly NamedModifier[]): readonly NamedModifier<LeadKind>[] {
  const leads = modifiers.filter(isLead)
  if (leads.length < 2) return leads
  const [borne, others] = [
    leads.filter((each) => isBorne(each.role.kind)),
    leads.filter((each) => !isBorne(each.role.kind)),
  ]
  if (borne.length > 1) return borne
  const [only] = others
  const takesAll = only !== undefined && borne.every(({ role }) => leadRules(only).companions.includes(role.kind))
  return others.length === 1 && takesAll ? others : leads
}

function isBorne(kind: RoleKind): boolean {
  return Object.values(operators).some(({ lead }) => lead?.companions.includes(kind) === true)
}
