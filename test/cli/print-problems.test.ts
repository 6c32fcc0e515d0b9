import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { describe, test } from 'node:test'
import { printErrorsSpokenOf } from '../../cli/printing/print-problems.ts'
import { buildRuleSet, readRules, sourceOf } from '../../sigma/index.ts'
import { curlRule } from './temporary-project.ts'

/** What is printed of broken rules called Bad 0, Bad 1 and so on, beside these features. */
function printed(count: number, ...features: readonly string[]): string {
  const sources = Array.from({ length: count }, (_, index) => {
    const id = `${index}${'0'.repeat(7)}-1111-4222-8333-444455556666`
    const text = curlRule.replace('Download With Curl', `Bad ${index}`).replace(/^id: .*$/m, `id: ${id}`)
    return sourceOf(`rules/bad_${index}.yml`, text.replace('selection and', 'selction and'))
  })
  const set = buildRuleSet(sources.map((source) => readRules(source)))
  const chunks: string[] = []
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk))
      done()
    },
  })
  const loaded = { ...set, sources: new Map(sources.map((source) => [source.path, source])) }
  printErrorsSpokenOf(loaded, features, stderr)
  return chunks.join('')
}

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/rules\/bad_(\d)\.yml:13:16/g)].map(([, at = '']) => at)

describe('errors of rules', () => {
  test('are told in full where they are few', () => {
    assert.deepEqual(placesIn(printed(3)), ['0', '1', '2'])
    assert.doesNotMatch(printed(3), /no scenario names/)
  })

  test('are a line with a count where they are many and no scenario names the rules', () => {
    assert.equal(
      printed(5, 'Feature: x\n  Scenario: y\n    Given the rule "Good"\n'),
      '5 files that no scenario names cannot be read (5 errors); sigmaproof check tells why.\n\n',
    )
  })

  const namings: readonly string[] = [
    'Given the rule "Bad 1"',
    "Given the rule 'Bad 1'",
    `Given it's the rule "Bad 1", isn't it`,
    'Given the rule "rules/bad_1.yml"',
    'Given the rule "10000000-1111-4222-8333-444455556666"',
    'Given these rules:\n      | Good |\n      | Bad 1 |',
    'Given the rule "<rule>"\n\n    Examples:\n      | rule  | port |\n      | Bad 1 | a\\|b |',
  ]
  for (const naming of namings) {
    test(`${JSON.stringify(naming)} names the rule, whose errors are told`, () => {
      const text = printed(5, `Feature: x\n  Scenario: y\n    ${naming}\n`)
      assert.deepEqual(placesIn(text), ['1'])
      assert.match(text, /^4 files that no scenario names cannot be read \(4 errors\); sigmaproof check tells why\.$/m)
    })
  }
})
