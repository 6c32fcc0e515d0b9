import assert from 'node:assert/strict'
import { type Rule, readRules, sourceOf } from '../../sigma/index.ts'

/** A rule over network connections with this detection section. */
export function aRule(detection: string, key = 'rules/sample.yml'): Rule {
  const text = `title: Sample
logsource:
    category: network_connection
    product: windows
detection:
${detection.replaceAll(/^/gm, '    ')}
`
  const { rules, problems } = readRules(sourceOf(key, text))
  const [rule] = rules
  assert.ok(rule !== undefined, JSON.stringify(problems))
  return rule
}
