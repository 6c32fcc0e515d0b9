import { leavesOf, nearestOrKnown, partsOf, type Rule, visibleText } from '../../../sigma/index.ts'
import { RecipeError } from '../../recipe-error.ts'

/** A part that can carry a rule's firing, of the vocabulary's parts; throws {@link RecipeError} when the rule has none of the name. */
export function requirePart(rule: Rule, part: string): string {
  const { identifiers, fields } = partsOf(rule)
  return required(rule, part, [...identifiers, ...fields])
}

/** The same for a part that can be left out: fields of filters as well. */
export function requireAnyPart(rule: Rule, part: string): string {
  const { identifiers } = partsOf(rule)
  const fields = rule.identifiers.flatMap(({ predicate }) =>
    [...leavesOf(predicate)].flatMap(({ field }) => field ?? []),
  )
  return required(rule, part, [...identifiers, ...new Set(fields)])
}

function required(rule: Rule, part: string, names: readonly string[]): string {
  if (names.includes(part)) return part
  throw new RecipeError(`"${visibleText(rule.title)}" has no part ${visibleText(part)}; ${nearestOrKnown(part, names)}`)
}
