import { fieldNamed, mixedLevels, nearestOrKnown, partsOf, type Rule, visibleText } from '../../sigma/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { quoted } from './rule-book.ts'

/** The name, if the rule has such a search identifier, or such a field outside its filters. Else a ScenarioError. */
export function knownPart(rule: Rule, name: string): string {
  const { identifiers, fields } = partsOf(rule)
  const found = [name, fieldNamed(name)].find((each) => identifiers.includes(each) || fields.includes(each))
  if (found !== undefined) return found
  const known = [...identifiers, ...fields]
  throw new ScenarioError(
    `"${visibleText(rule.title)}" has no part ${visibleText(name)}; ${nearestOrKnown(name, known, { quoted: true })}`,
  )
}

/** The names, if they are all of one level. Else a ScenarioError. */
export function partsOfOneLevel(rule: Rule, names: readonly string[]): readonly string[] {
  const known = names.map((name) => knownPart(rule, name))
  const mixed = mixedLevels(rule, known)
  if (mixed === null) return known
  throw new ScenarioError(
    `${visibleText(mixed.identifier)} is a search identifier and ${visibleText(mixed.field)} a field: ` +
      'name the ones or the others, not both',
  )
}

/** The name, if the rule has such a filter. Else a ScenarioError that says whether it has it as something else. */
export function knownFilter(rule: Rule, name: string): string {
  const { filters, identifiers } = partsOf(rule)
  if (filters.includes(name)) return name
  const title = `"${visibleText(rule.title)}"`
  if (identifiers.includes(name)) {
    throw new ScenarioError(
      `${visibleText(name)} is no filter of ${title}: its condition does not use it under "not" alone; ` +
        (filters.length === 0 ? 'it has no filter' : `its filters: ${quoted(filters)}`),
    )
  }
  throw new ScenarioError(
    `${title} has no filter ${visibleText(name)}; ${nearestOrKnown(name, filters, { quoted: true })}`,
  )
}
