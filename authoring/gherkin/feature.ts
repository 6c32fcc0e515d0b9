import { visibleText } from '../../sigma/index.ts'
import { quoted } from './table.ts'

/** What a feature needs to know of its rule, and of the others among which it has to be named. */
export interface RuleInFeature {
  readonly key: string
  readonly title: string
  readonly id: string | null
}

/** A feature of these scenarios about one rule, whole: it runs as it is. */
export function featureText(
  rule: RuleInFeature,
  others: readonly RuleInFeature[],
  scenarios: readonly string[],
): string {
  const lines = [
    `Feature: ${visibleText(rule.title)}`,
    '',
    '  Background:',
    `    Given the rule ${nameOf(rule, others)}`,
    '',
  ]
  return `${lines.join('\n')}\n${scenarios.join('\n')}`
}

/** The first of title, path and id that names this rule alone and can stand in quotes. */
function nameOf(rule: RuleInFeature, others: readonly RuleInFeature[]): string {
  const taken = new Set(others.filter(({ key }) => key !== rule.key).flatMap((each) => [each.key, each.title, each.id]))
  const names = [rule.title, rule.key, rule.id].filter((name) => name !== null)
  const name = names.find((each) => !taken.has(each) && visibleText(each) === each && quoted(each) !== null)
  return quoted(name ?? rule.key) ?? `"${rule.key}"`
}
