import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { explainCorrelation, judgeCorrelation } from '../../../sigma/index.ts'
import { correlating, type TimelineEvent, timed } from './timelines.ts'

/** The explanation from the line after the code frame on. */
function explained(map: string, events: readonly TimelineEvent[]): string {
  const { set, correlation } = correlating(map)
  const text = explainCorrelation(set, correlation, judgeCorrelation(set, correlation, timed(events)))
  return text.split('\n').slice(3).join('\n')
}

describe('the explanation of a correlation', () => {
  test('begins with its condition, its window and its groups', () => {
    const { set, correlation } = correlating(
      '\n  type: temporal\n  rules: [ra, rb]\n  timespan: 10m\n  group-by: [u, v]\n  condition: ra and not rb',
    )
    const text = explainCorrelation(set, correlation, judgeCorrelation(set, correlation, []))
    assert.equal(
      text,
      `Wanted within 10m for each u and v (rules/set.yml:22:3):
  22 |   condition: ra and not rb
     |   ^^^^^^^^^^^^^^^^^^^^^^^^
Occurred: "Rule ra" never, "Rule rb" never`,
    )
  })

  test('says what counted when it fires, and how near a silent group came', () => {
    assert.equal(
      explained('{type: event_count, rules: [ra], timespan: 60s, condition: {gte: 3}, group-by: [u]}', [
        [0, 'ra', { u: 'a' }],
        [10, 'ra', { u: 'a' }],
        [61, 'ra', { u: 'a' }],
        [62, 'ra', { u: 'b' }],
        [63, 'ra', { u: 'b' }],
        [63.5, 'ra', { u: 'b' }],
        [64, 'ra', {}],
        [65, 'rb', {}],
      ]),
      `u "b" fires once
  ✓ 1970-01-01T00:01:03.500Z: 3 occurrences (events 4, 5, 6, 1970-01-01T00:01:02Z to 1970-01-01T00:01:03.500Z)
u "a" is silent
  ✗ at best 2 occurrences (events 1, 2, 1970-01-01T00:00:00Z to 1970-01-01T00:00:10Z): not gte 3
    it would fire with a timespan of 1 minute 1 second, which is 1 second longer
Occurred: "Rule ra" 7 times
Not counted: event 7, without a value in u`,
    )
  })

  for (const [map, events, said] of [
    [
      '{type: temporal, rules: [ra, rb, rc], timespan: 60s}',
      [[0, 'ra', {}]],
      '1 of 3 rules (event 1): no "Rule rb", no "Rule rc"',
    ],
    [
      '{type: temporal_ordered, rules: [ra, rb], timespan: 60s}',
      [
        [0, 'rb', {}],
        [0.001, 'ra', {}],
      ],
      '2 of 2 rules (events 1, 2, 1970-01-01T00:00:00Z to 1970-01-01T00:00:00.001Z): not in the order listed',
    ],
    [
      '{type: temporal, rules: [ra, rb], timespan: 60s, condition: ra and not rb}',
      [
        [0, 'ra', {}],
        [0, 'rb', {}],
      ],
      '2 of 2 rules (events 1, 2): "Rule rb" too',
    ],
    [
      '{type: temporal, rules: [ra, rb, rc], timespan: 60s, condition: ra and (rb or rc)}',
      [[0, 'ra', {}]],
      '1 of 3 rules (event 1): no "Rule rb"',
    ],
    [
      '{type: event_count, rules: [ra], timespan: 60s, condition: {gt: 3, lt: 5}}',
      [[0, 'ra', {}]],
      '1 occurrence (event 1): not gt 3',
    ],
    [
      '{type: value_count, rules: [ra], timespan: 60s, condition: {field: [n, m], gte: 2}}',
      [[0, 'ra', { n: 1, m: 2 }]],
      '1 different value of n and m (event 1): not gte 2',
    ],
    [
      '{type: value_sum, rules: [ra], timespan: 60s, condition: {field: n, gt: 5}}',
      [[0, 'ra', { n: 1.5 }]],
      'value_sum 1.5 of n (event 1): not gt 5',
    ],
    [
      '{type: value_avg, rules: [ra], timespan: 60s, condition: {field: n, gt: 5}}',
      [[0, 'ra', {}]],
      'no number in n (event 1): not gt 5',
    ],
  ] as const) {
    test(`says what is missing to ${map}`, () => {
      assert.equal(explained(map, events).split('\n')[1], `  ✗ at best ${said}`)
    })
  }

  test('names the nearest groups and counts the others, lists few events and few matches', () => {
    const events = Array.from({ length: 80 }, (_, at): TimelineEvent => {
      const burst = Math.floor(at / 2)
      return [burst * 100 + (at % 2) * 0.5, 'ra', { u: `u${burst % 8}` }]
    })
    const twice = '{type: event_count, rules: [ra], timespan: 1s, condition: {gte: 2}, group-by: [u]}'
    const lines = explained(twice, events).split('\n')
    assert.equal(lines.filter((line) => line.endsWith('fires 5 times')).length, 5)
    assert.equal(lines.filter((line) => line === '  ... and 2 more times').length, 5)
    assert.equal(lines.at(-2), '... and 3 more groups')
    assert.match(
      explained('{type: event_count, rules: [ra], timespan: 1d, condition: {gte: 99}}', events),
      /80 occurrences \(events 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 68 more, /,
    )
  })

  test('lets no character of a title, a field or a value act on a terminal', () => {
    const { set, correlation } = correlating(
      '{type: event_count, rules: [evil], timespan: 1s, condition: {gte: 1}, group-by: ["\\e[2J"]}',
      'title: "\\e[31m\\u202E"\nname: evil\nlogsource: {product: windows}\ndetection: {sel: {matches: e}, condition: sel}\n',
    )
    const events = timed([
      [1e15, 'e', { '\u001b[2J': '\r\n::error::' }],
      [Number.MAX_VALUE / 1000, 'e', {}],
    ])
    const text = explainCorrelation(set, correlation, judgeCorrelation(set, correlation, events))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    assert.doesNotMatch(text, /[\u0000-\u0009\u000B-\u001F\u202E]|^::/m)
    assert.match(text, /1000000000000000000 ms/)
  })
})
