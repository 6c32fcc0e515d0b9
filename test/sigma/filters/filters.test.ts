import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import {
  buildRuleSet,
  evaluateRule,
  eventOf,
  explainJudgement,
  type Fields,
  judge,
  leavesOf,
  meaningOf,
  nodesOf,
  partsOf,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'
import { filtered, ruleOf } from './filtered.ts'

interface FilterCase {
  readonly id: string
  readonly claim: string
  readonly rule: string
  readonly filters: readonly string[]
  readonly event: Fields
  readonly matches: boolean
}

const cases = readFileSync(new URL('../cases/filters.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): FilterCase => JSON.parse(line))

describe('the cases of filters.ndjson', () => {
  for (const { id, claim, rule, filters, event, matches } of cases) {
    test(`${id}: ${claim}`, () => {
      assert.equal(evaluateRule(ruleOf(filtered(rule, filters)), eventOf(event)).condition.matched, matches)
    })
  }
})

const plain = 'detection: {sel: {A: 1}, condition: sel}'
const excluding = 'filter: {rules: any, fp: {B: [1, 2]}, admin: {C: x}, condition: not 1 of them}'

describe('a rule with a filter document', () => {
  const set = filtered(plain, [excluding])
  const rule = ruleOf(set)

  test('knows it as a filter under its title', () => {
    assert.deepEqual(partsOf(rule), { identifiers: ['sel', 'Filter 1'], filters: ['Filter 1'], fields: ['A'] })
    assert.deepEqual(
      rule.filters.map(({ key, identifier }) => [key, identifier]),
      [['filters/1.yml', 'Filter 1']],
    )
  })

  test('is suppressed by it', () => {
    assert.deepEqual(judge(rule, eventOf({ A: 1, B: 2 })).verdict, { kind: 'suppressed', by: ['Filter 1'] })
    assert.equal(judge(rule, eventOf({ A: 1, B: 3 })).verdict.kind, 'fires')
    assert.deepEqual(judge(rule, eventOf({ A: 2, B: 2 })).verdict, {
      kind: 'missed',
      identifiers: ['Filter 1', 'sel'],
      fields: ['A', 'Filter 1'],
    })
  })

  test('has its leaves where they are written, under ids that no other node has', () => {
    const [, filter] = rule.identifiers
    assert.ok(filter)
    const source = rule.filters[0]?.source
    assert.deepEqual(
      [...leavesOf(filter.predicate)].map(({ id, span }) => [id, span.path, source?.text.slice(span.start, span.end)]),
      [
        ['Filter 1/fp/B/1', 'filters/1.yml', '1'],
        ['Filter 1/fp/B/2', 'filters/1.yml', '2'],
        ['Filter 1/admin/C/x', 'filters/1.yml', 'x'],
      ],
    )
    assert.equal(source?.text.slice(filter.span.start, filter.span.end), excluding)
    const ids = [rule.condition, ...rule.identifiers.map(({ predicate }) => predicate)].flatMap((root) =>
      [...nodesOf(root)].map(({ id }) => id),
    )
    assert.equal(new Set(ids).size, ids.length)
    assert.ok(![...nodesOf(filter.predicate)].some(({ kind }) => kind === 'identifier' || kind === 'not'))
  })

  test('explains itself with the line of the filter document', () => {
    const fields = { A: 1, B: 2 }
    assert.equal(
      explainJudgement(rule, fields, judge(rule, eventOf(fields))),
      `B is 2, which matches (filters/1.yml:2:34):
  2 | filter: {rules: any, fp: {B: [1, 2]}, admin: {C: x}, condition: not 1 of them}
    |                                  ^

✗ all of
  ✓ sel
    ✓ A: the event has 1
      ✓ "1"
  ✗ not
    ✓ Filter 1 (filter)
      ✓ any of
        ✓ B: the event has 2
          ✗ "1"
          ✓ "2"
        ✗ C: the event has absent
          ✗ "x" (absent from the event)`,
    )
  })

  test('means something else with every change of the filter, and the same without one', () => {
    const alone = ruleOf(filtered(plain, []))
    const other = ruleOf(filtered(plain, [excluding.replace('x', 'y')]))
    const elsewhere = ruleOf(filtered(plain, [excluding.replace('any', 'others')]))
    assert.equal(new Set([rule, alone, other].map(meaningOf)).size, 3)
    assert.equal(meaningOf(elsewhere), meaningOf(alone))
    assert.deepEqual(elsewhere, alone)
  })

  test('means the same in whatever order its filters are read', () => {
    const head = 'logsource: {product: windows}\n'
    const texts = [
      `title: A rule\n${head}${plain}\n`,
      `title: One\n${head}${excluding}\n`,
      `title: Two\n${head}filter: {rules: any, fp: {D: 1}, condition: not fp}\n`,
    ]
    const meaningsOf = (order: readonly string[]): readonly string[] =>
      buildRuleSet(order.map((text, at) => readRules(sourceOf(`${at}.yml`, text)))).rules.map(meaningOf)
    assert.deepEqual(meaningsOf(texts), meaningsOf(texts.toReversed()))
  })
})

describe('the name of a filter in a rule', () => {
  test('gives way to an identifier of the rule', () => {
    const clashing = "detection: {Filter 1: {A: 1}, condition: '1 of them'}"
    const rule = ruleOf(filtered(clashing, [excluding, excluding]))
    assert.deepEqual(
      rule.identifiers.map(({ name }) => name),
      ['Filter 1', 'Filter 1~2', 'Filter 2'],
    )
    assert.deepEqual(judge(rule, eventOf({ A: 1, B: 1 })).verdict, {
      kind: 'suppressed',
      by: ['Filter 1~2', 'Filter 2'],
    })
  })

  test('is a selection when the filter keeps instead of excluding', () => {
    const rule = ruleOf(filtered(plain, ['filter: {rules: any, keep: {B: 1}, condition: keep}']))
    assert.deepEqual(
      rule.identifiers.map(({ name, role }) => [name, role]),
      [
        ['sel', 'selection'],
        ['Filter 1', 'selection'],
      ],
    )
    assert.deepEqual(judge(rule, eventOf({ A: 1 })).verdict, {
      kind: 'missed',
      identifiers: ['Filter 1'],
      fields: ['B'],
    })
  })
})

describe('what a filter refers to', () => {
  function warningsOf(filter: string, rule = plain): readonly string[] {
    return filtered(rule, [filter]).problems.map(({ code, message }) => `${code} ${message}`)
  }

  test('is warned of when no rule has the name, with the nearest', () => {
    const set = filtered(plain, ['filter: {rules: [owm], fp: {B: 1}, condition: not fp}'])
    assert.deepEqual(
      set.problems.map(({ code, hint, rule }) => [code, hint, rule]),
      [['W-FILTER-REF', 'Nearest: own.', 'Filter 1']],
    )
  })

  test('is warned of when it is a title', () => {
    const set = filtered(plain, ['filter: {rules: [A rule], fp: {B: 1}, condition: not fp}'])
    assert.match(set.problems[0]?.hint ?? '', /title of rules\/rule\.yml/)
  })

  test('is warned of when the log source keeps the filter from it', () => {
    const warnings = warningsOf('logsource: {product: linux}\nfilter: {rules: [own], fp: {B: 1}, condition: not fp}')
    assert.deepEqual(warnings, ["W-FILTER-REF filter: it does not apply to 'own', whose log source is product windows"])
  })

  test('is warned of when it is a correlation', () => {
    const head = 'logsource: {product: windows}\n'
    const documents = [
      `title: A rule\nname: own\n${head}${plain}\n`,
      'title: Many\nname: many\ncorrelation: {type: event_count, rules: own, timespan: 5m, condition: {gte: 2}}\n',
      `title: F\n${head}filter: {rules: [many], fp: {B: 1}, condition: not fp}\n`,
    ]
    const { problems, rules } = buildRuleSet([readRules(sourceOf('a.yml', documents.join('---\n')))])
    assert.deepEqual(
      problems.map(({ code, message }) => `${code} ${message}`),
      ["W-FILTER-REF filter: 'many' is a correlation, which no filter applies to"],
    )
    assert.deepEqual(rules[0]?.filters, [])
  })

  test('is nothing to warn of when the rule is there', () => {
    assert.deepEqual(warningsOf('filter: {rules: [own], fp: {B: 1}, condition: not fp}'), [])
  })
})
