import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fewestCulprits, suppressingSets } from '../../measures/suppression.ts'
import { type Rule, readRules, sourceOf } from '../../sigma/index.ts'

function ruleWith(identifiers: readonly string[], condition: string): Rule {
  const searches = identifiers.map((name) => `  ${name}: {F: ${name}}\n`).join('')
  const text = `title: T\nlogsource: {category: x}\ndetection:\n${searches}  condition: ${condition}\n`
  const [rule] = readRules(sourceOf('rules/t.yml', text)).rules
  assert.ok(rule)
  return rule
}

describe('the smallest set of culprits a filter belongs to', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
    ['s and not f', { f: 1 }],
    ['s and not 1 of f*', { f: 1, f2: 1, f3: 1 }],
    ['s and not all of f*', { f: 3, f2: 3, f3: 3 }],
    ['s and not (f and f2) and not f3', { f: 2, f2: 2, f3: 1 }],
    ['s and not (f and f2) and not (f2 and f3)', { f: 2, f2: 2, f3: 2 }],
    ['s or (t and not f)', { f: 1 }],
  ]
  for (const [condition, fewest] of cases) {
    test(condition, () => {
      const used = ['s', 't', 'f', 'f2', 'f3']
      const actual = fewestCulprits(ruleWith(used, condition))
      for (const [filter, size] of Object.entries(fewest)) assert.equal(actual.get(filter), size, filter)
    })
  }

  test('a condition of many filters is decided in a bounded number of cases', () => {
    const selections = Array.from({ length: 12 }, (_, index) => `selection_${index}`)
    const filters = Array.from({ length: 60 }, (_, index) => `filter_${index}`)
    const rule = ruleWith([...selections, ...filters], '1 of selection_* and not all of filter_*')
    assert.equal(fewestCulprits(rule).get('filter_7'), 60)
  })
})

describe('whether every smallest set was looked for', () => {
  const few = ['s', 't', 'f_a', 'f_b']
  const many = ['s1', 's2', 's3', 's4', 's5', 's6', 'f_a', 'f_b']
  const crowd = ['s', ...Array.from({ length: 80 }, (_, index) => `f_${index}`), 'f_a', 'f_b', 'f_c', 'f_d']
  const cases: readonly (readonly [string, readonly string[], string, boolean])[] = [
    ['every answer of a few selections', few, '1 of s* and not (f_a and f_b)', true],
    ['a few answers of many selections', many, '1 of s* and not (f_a and f_b)', false],
    ['a filter of many selections that suppresses alone', many, '1 of s* and not 1 of f_*', true],
    ['a few sets of many filters', crowd, 's and not all of f_*', false],
  ]
  for (const [what, identifiers, condition, all] of cases) {
    test(`${what}: ${all ? 'yes' : 'no'}`, () => {
      assert.equal(suppressingSets(ruleWith(identifiers, condition)).get('f_a')?.all, all)
    })
  }
})
