import { type Correlation, type Rule, visibleText } from '../../sigma/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { type NamedRule, quoted, type RuleBook, titlesOf } from './rule-book.ts'

/** The rule, for words about what only a detection rule has. Throws a ScenarioError for a correlation. */
export function detectionWith(has: 'parts' | 'filters' | 'log source', rule: NamedRule, book: RuleBook): Rule {
  if (rule.kind === 'detection') return rule
  throw new ScenarioError(
    `${titleOf(rule)} is a correlation: it has no ${has} of its own; ` +
      `ask whether it fires, how often or for whom, or ask one of its rules: ${titlesOf(book, rule.rules)}`,
  )
}

/** The rule, to make events on which it fires. Throws a ScenarioError for a correlation. */
export function matchedByEvents(rule: NamedRule, book: RuleBook): Rule {
  if (rule.kind === 'detection') return rule
  throw new ScenarioError(
    `${titleOf(rule)} is a correlation: no event matches it by itself; make events of its rules (` +
      `${titlesOf(book, rule.rules)}), such as: Given 5 events matching "..." within 10 minutes`,
  )
}

/** The correlation, if it groups by the field. Else, or for a detection rule, a ScenarioError. */
export function groupedBy(field: string, rule: NamedRule): Correlation {
  if (rule.kind === 'detection') {
    throw new ScenarioError(`${titleOf(rule)} is no correlation: it has no groups that it could fire for`)
  }
  const fields = rule.groupBy.map((each) => each.field)
  if (fields.includes(field)) return rule
  throw new ScenarioError(
    `${titleOf(rule)} does not group by ${visibleText(field)}; ` +
      (fields.length === 0 ? 'it groups by no field' : `it groups by ${quoted(fields)}`),
  )
}

function titleOf({ title }: NamedRule): string {
  return `"${visibleText(title)}"`
}
