import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceMatcher, replayOf } from '../../matching/index.ts'
import { eventOf, readRules, sourceOf } from '../../sigma/index.ts'

const rules = [
  ["a: {User: 'x'}\n  b: {Image: 'y'}\n  condition: a or not b", 'windows'],
  ['a: {Missing: null}\n  condition: a', 'linux'],
].flatMap(
  ([detection, product], index) =>
    readRules(
      sourceOf(`rules/${index}.yml`, `title: R\nlogsource: {product: ${product}}\ndetection:\n  ${detection}\n`),
    ).rules,
)
const replay = replayOf(referenceMatcher(rules))
const keyword = readRules(
  sourceOf('rules/k.yml', 'title: K\nlogsource: {product: linux}\ndetection: {k: [word], condition: k}\n'),
).rules

function said(fields: Readonly<Record<string, string>>, isExplained: boolean): readonly unknown[] {
  const { matches, isJudged } = replay(eventOf(fields), isExplained)
  return [matches.map(({ rule, matched }) => [rule.key, ...matched]), isJudged]
}

test('a match tells the identifiers that match', () => {
  assert.deepEqual(said({ Channel: 'Security', User: 'x', Image: 'y' }, false), [[['rules/0.yml', 'a', 'b']], true])
})

test('an event that says nothing of where it comes from is judged by rules that have one of its fields', () => {
  assert.deepEqual(said({ Image: 'z' }, false), [[['rules/0.yml']], true])
  assert.deepEqual(said({ Other: 'z' }, false), [[], false])
})

test('one that an envelope explains is judged by every rule of its log source', () => {
  assert.deepEqual(said({ Other: 'z' }, true), [[['rules/0.yml'], ['rules/1.yml', 'a']], true])
})

test('a rule with a keyword judges every event', () => {
  const { isJudged } = replayOf(referenceMatcher([...rules, ...keyword]))(eventOf({ Other: 'z' }), false)
  assert.equal(isJudged, true)
})
