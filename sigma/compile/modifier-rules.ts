import type { Problem } from '../problem.ts'
import { flagWithoutRegex, modifierConflict, modifierOrder } from '../problems/modifier.ts'
import type { Span } from '../source.ts'
import type { ModifierRole, NamedModifier } from './modifiers.ts'

/** Operators that decide what may stand beside them; a key without one compares texts. */
type LeadKind = 're' | 'cidr' | 'exists' | 'fieldref' | 'comparison' | 'time'

const companions: Readonly<Record<LeadKind, readonly ModifierRole['kind'][]>> = {
  re: ['flag', 'expand', 'list'],
  cidr: ['list'],
  exists: [],
  fieldref: ['anchor', 'cased', 'list'],
  comparison: ['list'],
  time: ['comparison', 'list'],
}

/** What is wrong with the order or the combination of a key's modifiers (semantics 4.1); null when nothing is. */
export function modifierProblem(modifiers: readonly NamedModifier[], key: string, span: Span): Problem | null {
  const leads = leadsOf(modifiers)
  const [lead, second] = leads
  if (lead !== undefined && second !== undefined) return modifierConflict(span, lead.name, second.name, key)
  const [anchor, secondAnchor] = modifiers.filter(({ role }) => role.kind === 'anchor')
  if (lead !== undefined) {
    const problem = orderProblem(modifiers, lead, key, span) ?? companionProblem(modifiers, lead, key, span)
    if (problem !== null) return problem
  } else {
    const flag = modifiers.find(({ role }) => role.kind === 'flag')
    if (flag !== undefined) return flagWithoutRegex(span, flag.name, key)
  }
  return anchor !== undefined && secondAnchor !== undefined
    ? modifierConflict(span, anchor.name, secondAnchor.name, key)
    : null
}

/** A comparison belongs to the time part beside it; two of them still are two operators. */
function leadsOf(modifiers: readonly NamedModifier[]): readonly NamedModifier[] {
  const leads = modifiers.filter(({ role }) => isLead(role.kind))
  const comparisons = leads.filter(({ role }) => role.kind === 'comparison')
  const others = leads.filter(({ role }) => role.kind !== 'comparison')
  if (comparisons.length > 1) return comparisons
  return others.length === 1 && others[0]?.role.kind === 'time' ? others : leads
}

function orderProblem(
  modifiers: readonly NamedModifier[],
  lead: NamedModifier,
  key: string,
  span: Span,
): Problem | null {
  const earlier = modifiers.slice(0, modifiers.indexOf(lead))
  const misplaced = earlier.find(({ role }) => {
    switch (lead.role.kind) {
      case 're':
      case 'cidr':
      case 'exists':
        return true
      case 'fieldref':
        return role.kind === 'anchor'
      case 'time':
        return role.kind === 'comparison'
      default:
        return false
    }
  })
  return misplaced === undefined ? null : modifierOrder(span, lead.name, 'before', misplaced.name, key)
}

function companionProblem(
  modifiers: readonly NamedModifier[],
  lead: NamedModifier,
  key: string,
  span: Span,
): Problem | null {
  const { kind } = lead.role
  if (!isLead(kind)) return null
  const stranger = modifiers.find((each) => each !== lead && !companions[kind].includes(each.role.kind))
  return stranger === undefined ? null : modifierConflict(span, lead.name, stranger.name, key)
}

function isLead(kind: ModifierRole['kind']): kind is LeadKind {
  return Object.hasOwn(companions, kind)
}
