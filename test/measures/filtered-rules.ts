import assert from 'node:assert/strict'
import { buildRuleSet, type Rule, type RuleSet, readRules, sourceOf } from '../../sigma/index.ts'

const logsource = 'logsource:\n    category: network_connection\n    product: windows\n'

/** Where {@link filteredRules} puts its filter document. */
export const filterPath = 'filters/backup.yml'

/**
 * Rules over network connections, by title with their one field, and a filter document that applies to all of them. Their
 * one search identifier is called so.
 */
export function filteredRules(fields: Readonly<Record<string, string>>, filter: string, name = 'selection'): RuleSet {
  const rules = Object.entries(fields).map(
    ([title, field]) =>
      [
        `rules/${title.toLowerCase()}.yml`,
        `title: ${title}\n${logsource}detection:\n    ${name}:\n        ${field}\n    condition: ${name}\n`,
      ] as const,
  )
  const document = `title: Backup\n${logsource}filter:\n    rules: any\n${filter.replaceAll(/^(?=.)/gm, '    ')}\n`
  const set = buildRuleSet(
    [...rules, [filterPath, document] as const].map(([path, text]) => readRules(sourceOf(path, text))),
  )
  assert.deepEqual(
    set.problems.filter(({ severity }) => severity === 'error'),
    [],
  )
  return set
}

/** The rule of a title. */
export function ruleTitled({ rules }: RuleSet, title: string): Rule {
  const rule = rules.find((each) => each.title === title)
  assert.ok(rule !== undefined)
  return rule
}
