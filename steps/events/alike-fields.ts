import type { Alike } from '../../generators/index.ts'
import type { Correlation, RuleKey } from '../../sigma/index.ts'
import type { RuleBook } from '../rules/rule-book.ts'
import type { ScenarioState } from '../scenario/scenario-state.ts'

/**
 * The fields that are alike in all events of a scenario that these rules fire on: those by which the correlations over
 * them group, the ones under test with those that they rest on or, if there are none, all of the project. None where no
 * correlation counts them.
 */
export function alikeFor({ underTest }: ScenarioState, book: RuleBook, rules: readonly RuleKey[]): AlikeFields {
  const found = correlationsOf(underTest, book).flatMap((correlation) =>
    rules.flatMap((rule) =>
      correlation.groupBy.flatMap(({ field }) =>
        fieldsOf(book, correlation, field, rule).map((own) => ({ group: groupName(correlation, field), field: own })),
      ),
    ),
  )
  const counts = correlationsOf(underTest, book).some((each) => rules.some((rule) => refersTo(book, each, rule)))
  return counts ? { alike: distinct(found) } : {}
}

/** The same for events that are made without a rule; a field under an alias is not known for them. */
export function alikeForAnyRule({ underTest }: ScenarioState, book: RuleBook): AlikeFields {
  const found = correlationsOf(underTest, book).flatMap(({ groupBy, aliases }) =>
    groupBy.flatMap(({ field }) => (aliases.has(field) ? [] : [{ group: field, field }])),
  )
  return found.length === 0 ? {} : { alike: distinct(found) }
}

/** A part of a recipe's step. */
interface AlikeFields {
  readonly alike?: readonly Alike[]
}

function correlationsOf(underTest: ScenarioState['underTest'], book: RuleBook): readonly Correlation[] {
  const tested = underTest.filter((rule) => rule.kind === 'correlation')
  return tested.length > 0 ? [...new Set(tested.flatMap((each) => withBelow(book, each)))] : book.correlations
}

function withBelow(book: RuleBook, correlation: Correlation): readonly Correlation[] {
  return [correlation, ...below(book, correlation.rules).flatMap((each) => withBelow(book, each))]
}

/** An alias means nothing outside its correlation. */
function groupName({ key, aliases }: Correlation, field: string): string {
  return aliases.has(field) ? `${key} ${field}` : field
}

function refersTo(book: RuleBook, { rules }: Correlation, rule: RuleKey): boolean {
  return rules.includes(rule) || below(book, rules).some((each) => refersTo(book, each, rule))
}

/** What a field of the correlation is called in the events of a rule below it. */
function fieldsOf(book: RuleBook, correlation: Correlation, field: string, rule: RuleKey): readonly string[] {
  const named = (key: RuleKey): string => correlation.aliases.get(field)?.get(key) ?? field
  const own = correlation.rules.includes(rule) ? [named(rule)] : []
  const deeper = below(book, correlation.rules).flatMap((each) => fieldsOf(book, each, named(each.key), rule))
  return [...new Set([...own, ...deeper])]
}

function below({ correlations }: RuleBook, keys: readonly RuleKey[]): readonly Correlation[] {
  return correlations.filter(({ key }) => keys.includes(key))
}

function distinct(fields: readonly Alike[]): readonly Alike[] {
  return [...new Map(fields.map((each) => [JSON.stringify([each.group, each.field]), each])).values()]
}
