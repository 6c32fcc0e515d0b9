import { repeatedModifier, unknownModifier } from '../problems/modifier.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { Span } from '../source.ts'
import { nearestNames } from '../text/nearest-names.ts'
import { type FieldKey, fieldNamed } from './field-key.ts'
import { isLead, isSide, modifierProblem } from './modifier-rules.ts'
import { modifierNamed, modifierNames, type NamedModifier } from './modifiers.ts'

/** A key stands in the message of each of its problems, and there may be as many as modifiers. */
const longestShown = 200

/** Reads a key of a detection map. Null after a problem that leaves its meaning open. */
export function readFieldKey(text: string, span: Span, report: ReportProblem): FieldKey | null {
  const [field = '', ...names] = text.split('|')
  const ownField = field === '' ? null : fieldNamed(field)
  const fieldText = field === '' ? null : field
  if (names.length === 0) return { text, field: ownField, fieldText, modifiers: [], lead: null, sides: [] }
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}...` : text
  const modifiers: NamedModifier[] = []
  let known = true
  for (const name of names) {
    const role = modifierNamed(name)
    if (role === undefined) {
      report(unknownModifier(span, name, shown, nearestNames(name, modifierNames)))
      known = false
    } else if (name !== 'base64' && modifiers.some((earlier) => earlier.name === name)) {
      report(repeatedModifier(span, name, shown))
    } else modifiers.push({ name, role })
  }
  if (!known) return null
  const problem = modifierProblem(modifiers, shown, span)
  if (problem !== null) {
    report(problem)
    return null
  }
  const [lead = null] = modifiers.filter(isLead)
  return { text, field: ownField, fieldText, modifiers, lead, sides: modifiers.filter(isSide) }
}
