import assert from 'node:assert/strict'
import { buildRuleSet, type Rule, type RuleSet, readRules, sourceOf } from '../../../sigma/index.ts'

/** What a case leaves out of its rule and filter documents. */
const logsource = 'logsource: {product: windows}'

/** A set of one rule and these filter documents, each in a file of its own. A part may bring its own log source. */
export function filtered(rule: string, filters: readonly string[]): RuleSet {
  const texts = [
    ['rules/rule.yml', `title: A rule\nname: own\n${rule}`],
    ...filters.map((filter, at) => [`filters/${at + 1}.yml`, `title: Filter ${at + 1}\n${filter}`]),
  ]
  return buildRuleSet(
    texts.map(([path = '', text = '']) => {
      const whole = text.includes('logsource:') ? text : `${text}\n${logsource}`
      return readRules(sourceOf(path, `${whole}\n`))
    }),
  )
}

/** The rule of such a set; fails when there is none or an error. */
export function ruleOf({ rules, problems }: RuleSet): Rule {
  const errors = problems.filter(({ severity }) => severity === 'error')
  assert.deepEqual(errors, [])
  const [rule] = rules
  assert.ok(rule)
  return rule
}
