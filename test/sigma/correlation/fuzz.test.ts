import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  buildRuleSet,
  eventOf,
  explainCorrelation,
  formatProblem,
  judge,
  judgeCorrelations,
  leavesOf,
  meaningOf,
  nodesOf,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { hostileEvent } from '../fuzz/hostile-event.ts'
import { mutatedRule } from '../fuzz/mutated-rule.ts'
import { runs } from '../fuzz/runs.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/

const names = ['ra', 'rb', 'own', 'other', 'any', 'Rule ra', '__proto__', 'constructor', 'not', '']
const word = fc.constantFrom(...names, 'and', 'or', '(', ')', '1 of', '*', '|')
const name = fc.constantFrom(...names)
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 5, -1, 0.5, '', 'x', '5m', '1w', '0s', 'any', [], {}),
  fc.dictionary(name, fc.constantFrom('A', 5, null, []), { maxKeys: 2, noNullPrototype: true }),
  fc.array(name, { maxLength: 3 }),
)

/** Mostly what belongs there, at times anything. */
function mostly(sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: sound, weight: 9 }, { arbitrary: odd, weight: 1 })
}

const types = ['event_count', 'value_count', 'temporal', 'temporal_ordered', 'value_sum', 'value_percentile', 'no_such']
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))

const condition = fc.oneof(
  fc.dictionary(
    fc.constantFrom('gt', 'gte', 'lt', 'eq', 'neq', 'field', 'percentile', 'about'),
    mostly(fc.constantFrom(1, 2, 'A')),
    {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    },
  ),
  text,
)

const correlation = fc.record(
  {
    type: mostly(fc.constantFrom(...types)),
    rules: mostly(fc.oneof(name, fc.array(name, { minLength: 1, maxLength: 3 }))),
    timespan: mostly(fc.constantFrom('5m', '1s', '1w', `${'9'.repeat(400)}s`)),
    condition: mostly(condition),
    'group-by': mostly(fc.array(fc.constantFrom('A', 'who', '__proto__', 'a.b'), { maxLength: 2 })),
    aliases: mostly(
      fc.dictionary(fc.constantFrom('who', '__proto__'), fc.dictionary(name, name, { noNullPrototype: true }), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    ),
    generate: mostly(fc.boolean()),
    group_by: fc.constant('A'),
  },
  { requiredKeys: ['type', 'timespan'] },
)

const searches = fc.dictionary(
  fc.constantFrom('fp', 'fp_2', '__proto__', 'rules', '_own'),
  mostly(fc.constantFrom({ A: 1 }, [{ A: 'x' }, { B: null }], ['evil'])),
  {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  },
)

const filter = fc
  .tuple(
    searches,
    mostly(fc.oneof(fc.constant('any'), fc.array(name, { maxLength: 2 }))),
    mostly(
      fc.oneof(
        text,
        fc.constantFrom('not 1 of *', 'not fp', 'fp', 'not (not fp and not fp_2)', 'fp or not fp and not fp'),
      ),
    ),
  )
  .map(([own, rules, wanted]) => ({ ...own, rules, condition: wanted }))

const document = fc
  .tuple(
    fc.record({ title: name, name, id: name, 'sigma-version': fc.constantFrom(2, 3) }, { requiredKeys: ['title'] }),
    fc.oneof(
      fc.record({ correlation: mostly(correlation) }),
      fc.record({ logsource: mostly(fc.constant({ product: 'windows' })), filter: mostly(filter) }),
      fc.constant({
        logsource: { product: 'windows' },
        detection: { sel: { A: [1, 'x'] }, fp: { B: 1 }, condition: 'sel and not fp' },
      }),
    ),
  )
  .map(([head, body]) => JSON.stringify({ ...head, ...body }))

const base = 'title: Rule ra\nname: ra\nlogsource: {product: windows}\ndetection: {sel: {A: [1, x]}, condition: sel}\n'

const files = fc.array(fc.array(document, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })

/** What is promised of any files: they are read and resolved, every problem lies in its file, and what is left can be judged. */
function holdsFor(texts: readonly string[], events: readonly unknown[]): void {
  const sources = new Map(texts.map((each, at) => [`${at}.yml`, sourceOf(`${at}.yml`, each)]))
  const readings = [...sources.values()].map((source) => readRules(source))
  const set = buildRuleSet(readings)
  for (const problem of set.problems) {
    const source = sources.get(problem.span.path)
    assert.ok(source)
    const { start, end } = problem.span
    assert.ok(0 <= start && start <= end && end <= source.text.length, problem.code)
    assert.doesNotMatch(formatProblem(problem, source), acting)
  }
  const broken = new Set(set.problems.filter(({ severity }) => severity === 'error').map(({ span }) => span.path))
  const documents = readings.flatMap(({ correlations }) => correlations)
  for (const { key, source } of documents) {
    assert.ok(
      broken.has(source.path) || set.correlations.some((each) => each.key === key),
      'nothing is dropped silently',
    )
  }
  const timedEvents = events.map((fields, time) => ({
    time,
    ...eventOf({ A: 1, ...(typeof fields === 'object' ? fields : {}) }),
  }))
  for (const rule of set.rules) {
    const ids = [rule.condition, ...rule.identifiers.map(({ predicate }) => predicate)].flatMap((root) =>
      [...nodesOf(root)].map(({ id }) => id),
    )
    assert.equal(new Set(ids).size, ids.length)
    for (const leaf of rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)]))
      assert.ok(sources.has(leaf.span.path))
    for (const event of timedEvents) judge(rule, event)
  }
  for (const [key, judgement] of judgeCorrelations(set, timedEvents)) {
    const found = set.correlations.find((each) => each.key === key)
    assert.ok(found)
    assert.equal(meaningOf(found).length, 64)
    assert.doesNotMatch(explainCorrelation(set, found, judgement), acting)
  }
}

describe('whatever stands in files of correlations and filters', () => {
  test('it is read, resolved and judged', () => {
    fc.assert(
      fc.property(files, fc.array(hostileEvent, { maxLength: 3 }), (all, events) => {
        holdsFor(
          [base, ...all.map((documents) => documents.join('\n---\n'))],
          events.map(({ json }) => json),
        )
      }),
      runs(500),
    )
  })

  test('a correlation or filter that somebody edited badly is read or refused', () => {
    const sound = [
      `${base}---
title: Many
name: many
correlation:
  type: event_count
  rules:
    - ra
  group-by:
    - who
  aliases:
    who:
      ra: A
  timespan: 5m
  condition:
    gte: 2
level: high
---
title: Chain
generate: true
correlation:
  type: temporal_ordered
  rules: [ra, many]
  timespan: 1h
  condition: ra and not many
`,
      `${base}---
title: Fleet
logsource:
  product: windows
filter:
  rules:
    - ra
  admin:
    User|startswith: adm
  condition: not admin
`,
    ]
    fc.assert(
      fc.property(mutatedRule(sound), (edited) => holdsFor([edited], [{ who: 1 }, { A: 'x' }, {}])),
      runs(500),
    )
  })
})
