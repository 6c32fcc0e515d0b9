import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeCorrelation } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { timeline } from '../../sigma/correlation/random-timeline.ts'
import { correlating, type TimelineEvent, timed } from '../../sigma/correlation/timelines.ts'
import { fires, pointsOf, shownBy, silent } from './correlation-coverage.ts'

function timespansOf(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => id.startsWith('values/timespan/')).map((id) => id.slice('values/timespan/'.length))
}

const at = (...seconds: readonly number[]): readonly TimelineEvent[] =>
  seconds.map((second) => [second, 'ra', { n: 1 }] as const)

describe('the end of the window', () => {
  for (const body of [
    'type: event_count, rules: ra, condition: {gte: 2}',
    'type: event_count, rules: ra, condition: {lt: 2}',
    'type: value_count, rules: ra, condition: {field: n, gte: 1}',
    'type: value_sum, rules: ra, condition: {field: n, gte: 0}',
    'type: temporal, rules: [ra, rb]',
    'type: temporal_ordered, rules: [ra, rb]',
    'type: temporal, rules: [ra, rb], condition: ra and not rb',
  ]) {
    test(`has an inside and an outside for ${body}`, () => {
      assert.deepEqual(timespansOf(pointsOf(`{${body}, timespan: 10m}`)), ['10m/inside', '10m/outside'])
    })
  }

  for (const body of [
    'type: event_count, rules: ra, condition: {gte: 1}',
    'type: value_count, rules: ra, condition: {field: n, gte: 0}',
    'type: temporal, rules: [ra, rb], condition: {gte: 1}',
    'type: temporal, rules: [ra, rb], condition: ra or rb',
    'type: temporal, rules: ra',
  ]) {
    test(`is of no account for ${body}, which the first occurrence meets`, () => {
      assert.deepEqual(timespansOf(pointsOf(`{${body}, timespan: 10m}`)), [])
    })
  }

  for (const [claim, body, events, expected, shown] of [
    ['inside: the last event comes in time, and not a second earlier', 'gte: 3', at(0, 5, 60), fires, ['1m/inside']],
    ['inside: within the last second', 'gte: 3', at(0, 5, 59.5), fires, ['1m/inside']],
    ['neither: with a second to spare', 'gte: 3', at(0, 5, 59), fires, []],
    ['outside: a second too late', 'gte: 3', at(0, 5, 61), silent, ['1m/outside']],
    ['outside: within the next second', 'gte: 3', at(0, 5, 60.5), silent, ['1m/outside']],
    ['neither: two seconds too late', 'gte: 3', at(0, 5, 62), silent, []],
    ['neither: too few at any rate', 'gte: 3', at(0, 60), silent, []],
    [
      'both, by how often',
      'gte: 2',
      at(0, 60, 1000, 1061),
      { kind: 'fires-times', times: 1 },
      ['1m/inside', '1m/outside'],
    ],
    ['inside of a closed window', 'lt: 3', at(0, 5, 60), silent, ['1m/inside']],
    [
      'outside of a closed window, the next of which fires',
      'lt: 2',
      at(0, 61),
      { kind: 'fires-times', times: 2 },
      ['1m/outside'],
    ],
    ['outside of a closed window, which has as many', 'eq: 2', at(0, 5, 61), fires, ['1m/outside']],
    ['outside of a closed window, which has too few', 'eq: 3', at(0, 5, 61), silent, ['1m/outside']],
  ] as const) {
    test(`is seen from ${claim}: ${body}`, () => {
      const map = `{type: event_count, rules: ra, timespan: 1m, condition: {${body}}}`
      assert.deepEqual(timespansOf(shownBy(map, events, expected)), shown)
    })
  }

  test('of a single second is seen from inside by what does not happen at once', () => {
    const map = '{type: event_count, rules: ra, timespan: 1s, condition: {gte: 2}}'
    assert.deepEqual(timespansOf(shownBy(map, at(0, 1), fires)), ['1s/inside'])
    assert.deepEqual(timespansOf(shownBy(map, at(0, 0), fires)), [])
  })

  test('is seen where another timespan, written and read, would turn the verdict', () => {
    const conditions = ['{gte: 2}', '{gt: 2}', '{lt: 3}', '{eq: 2}', '{gte: 2, lte: 4}']
    fc.assert(
      fc.property(
        fc.constantFrom(...conditions),
        fc.integer({ min: 2, max: 12 }),
        timeline,
        (condition, length, events) => {
          const mapFor = (seconds: number): string =>
            `{type: event_count, rules: [ra, rb], timespan: ${seconds}s, condition: ${condition}, group-by: u}`
          const doesFire = (seconds: number): boolean => {
            const { set, correlation } = correlating(mapFor(seconds))
            return judgeCorrelation(set, correlation, timed(events)).matches.length > 0
          }
          const isCounted = events.some(([, rule]) => rule !== 'rc')
          const own = doesFire(length)
          const turned = [
            ...(doesFire(length - 1) === own ? [] : [`${length}s/inside`]),
            ...(doesFire(length + 1) === own ? [] : [`${length}s/outside`]),
          ]
          const shown = timespansOf(shownBy(mapFor(length), events, own ? fires : silent))
          assert.deepEqual(shown, isCounted ? turned : [])
        },
      ),
      { numRuns: 150 },
    )
  })
})
