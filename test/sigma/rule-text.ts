import assert from 'node:assert/strict'
import { type Leaf, leavesOf, type Placeholders, type Rule, readRules, sourceOf } from '../../sigma/index.ts'

/** A rule with this detection, as YAML lines without their indentation. */
export function ruleText(detection: string, title = 'A rule'): string {
  const lines = detection.trim().split('\n')
  return `title: ${title}\nlogsource:\n  product: windows\ndetection:\n${lines.map((line) => `  ${line}`).join('\n')}\n`
}

/** The one rule of a text; fails when it has none. */
export function readRule(text: string, placeholders: Placeholders = {}): Rule {
  const { rules, problems } = readRules(sourceOf('rules/a.yml', text), { placeholders })
  const [rule] = rules
  assert.ok(rule, problems.map(({ message }) => message).join('; '))
  return rule
}

/** The one rule with this detection. */
export function detectingRule(detection: string): Rule {
  return readRule(ruleText(detection))
}

export function leavesIn(rule: Rule): readonly Leaf[] {
  return rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
}
