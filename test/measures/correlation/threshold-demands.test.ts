import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CorrelationExpectation } from '../../../sigma/index.ts'
import type { TimelineEvent } from '../../sigma/correlation/timelines.ts'
import { fires, pointsOf, shownBy, silent } from './correlation-coverage.ts'

function mapOf(type: string, condition: string, more = ''): string {
  return `{type: ${type}, rules: [ra, rb, rc], timespan: 60s, condition: ${condition}${more}}`
}

function thresholdsOf(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => id.startsWith('values/condition/')).map((id) => id.slice('values/condition/'.length))
}

const count = (events: number): readonly TimelineEvent[] =>
  Array.from({ length: events }, (_, index) => [index, 'ra', {}] as const)
const values = (...numbers: readonly number[]): readonly TimelineEvent[] =>
  numbers.map((n, index) => [index, 'ra', { n }] as const)
const rules = (...names: readonly string[]): readonly TimelineEvent[] =>
  names.map((name, index) => [index, name, {}] as const)

describe('the thresholds of a correlation', () => {
  for (const [type, condition, expected] of [
    ['event_count', '{gte: 5}', ['gte/5/met', 'gte/5/missed']],
    ['event_count', '{gt: 100, lte: 200}', ['gt/100/met', 'gt/100/missed', 'lte/200/met', 'lte/200/missed']],
    ['event_count', '{eq: 3}', ['eq/3/met', 'eq/3/missed']],
    ['event_count', '{neq: 3}', ['neq/3/met', 'neq/3/missed']],
    ['value_count', '{field: n, gte: 1}', ['gte/1/met', 'gte/1/missed']],
    ['temporal', '{gte: 2}', ['gte/2/met', 'gte/2/missed']],
    ['value_sum', '{field: n, gt: 0.5}', ['gt/0.5/met', 'gt/0.5/missed']],
    ['value_avg', '{field: n, lt: -3}', ['lt/-3/met', 'lt/-3/missed']],
    ['value_median', '{field: n, lte: 10}', ['lte/10/met', 'lte/10/missed']],
    ['value_percentile', '{field: n, percentile: 90, gte: 1}', ['gte/1/met', 'gte/1/missed']],
  ] as const) {
    test(`of ${type} ${condition} are each met and missed`, () => {
      assert.deepEqual(thresholdsOf(pointsOf(mapOf(type, condition))), expected)
    })
  }

  for (const [type, condition, expected, why] of [
    ['event_count', '{gte: 1}', ['gte/1/met'], 'no window is empty'],
    ['event_count', '{gt: 0}', ['gt/0/met'], 'no window is empty'],
    ['event_count', '{lt: 1}', ['lt/1/missed'], 'no window has fewer'],
    ['event_count', '{gte: 0}', [], 'neither side can be'],
    ['event_count', '{gt: 2.5}', ['gt/2.5/met', 'gt/2.5/missed'], 'a count steps by 1'],
    [
      'event_count',
      '{gte: 3, neq: 3}',
      ['gte/3/missed', 'neq/3/met', 'neq/3/missed'],
      'the other bound holds none of 3',
    ],
    ['temporal', '{lte: 3}', ['lte/3/met'], 'there are no more rules'],
    ['temporal', '{gt: 3}', ['gt/3/missed'], 'there are no more rules'],
    ['temporal_ordered', '{gte: 2}', [], 'an order is all there or nothing'],
    ['temporal_ordered', '{gte: 3}', ['gte/3/met'], 'there are no more rules'],
    ['temporal', 'ra and rb and rc', [], 'it names rules'],
    ['value_sum', '{field: n, gte: 1e300}', [], 'a step is nothing to it'],
  ] as const) {
    test(`of ${type} ${condition} leave out what no window gives: ${why}`, () => {
      assert.deepEqual(thresholdsOf(pointsOf(mapOf(type, condition))), expected)
    })
  }

  test('of the default condition are none, as none is written', () => {
    assert.deepEqual(thresholdsOf(pointsOf('{type: temporal, rules: [ra, rb], timespan: 60s}')), [])
  })

  for (const [claim, type, condition, events, expectation, shown] of [
    ['met by as many', 'event_count', '{gte: 3}', count(3), fires, ['gte/3/met']],
    ['not met by more', 'event_count', '{gte: 3}', count(4), fires, []],
    ['missed by one', 'event_count', '{gte: 3}', count(2), silent, ['gte/3/missed']],
    ['not missed by two', 'event_count', '{gte: 3}', count(1), silent, []],
    ['met by one more', 'event_count', '{gt: 3}', count(4), fires, ['gt/3/met']],
    ['missed by as many', 'event_count', '{gt: 3}', count(3), silent, ['gt/3/missed']],
    ['met from below', 'event_count', '{lte: 3}', count(3), fires, ['lte/3/met']],
    ['not met far below', 'event_count', '{lte: 3}', count(1), fires, []],
    ['missed above', 'event_count', '{lte: 3}', count(4), silent, ['lte/3/missed']],
    ['met below', 'event_count', '{lt: 3}', count(2), fires, ['lt/3/met']],
    ['missed by as many', 'event_count', '{lt: 3}', count(3), silent, ['lt/3/missed']],
    ['met exactly', 'event_count', '{eq: 3}', count(3), fires, ['eq/3/met']],
    ['missed below', 'event_count', '{eq: 3}', count(2), silent, ['eq/3/missed']],
    ['missed above', 'event_count', '{eq: 3}', count(4), silent, ['eq/3/missed']],
    ['not missed afar', 'event_count', '{eq: 3}', count(5), silent, []],
    ['met beside', 'event_count', '{neq: 3}', count(4), fires, ['neq/3/met']],
    ['not met afar', 'event_count', '{neq: 3}', count(5), fires, []],
    ['missed exactly', 'event_count', '{neq: 3}', count(3), silent, ['neq/3/missed']],
    ['of a range: the lower met', 'event_count', '{gt: 2, lte: 4}', count(3), fires, ['gt/2/met']],
    ['of a range: the upper met', 'event_count', '{gt: 2, lte: 4}', count(4), fires, ['lte/4/met']],
    ['of a range: the upper missed', 'event_count', '{gt: 2, lte: 4}', count(5), silent, ['lte/4/missed']],
    ['met by different values', 'value_count', '{field: n, gte: 2}', values(1, 1, 2), fires, ['gte/2/met']],
    ['missed by one value', 'value_count', '{field: n, gte: 2}', values(1, 1, 1), silent, ['gte/2/missed']],
    ['met by rules', 'temporal', '{gte: 2}', rules('ra', 'rb'), fires, ['gte/2/met']],
    ['missed by a rule', 'temporal', '{gte: 2}', rules('ra', 'ra'), silent, ['gte/2/missed']],
    ['met within a step', 'value_sum', '{field: n, gte: 10}', values(5, 5.5), fires, ['gte/10/met']],
    ['not met a step on', 'value_sum', '{field: n, gte: 10}', values(5, 6), fires, []],
    ['missed within a step', 'value_sum', '{field: n, gte: 10}', values(5, 4.5), silent, ['gte/10/missed']],
    ['not missed a step on', 'value_sum', '{field: n, gt: 10}', values(5, 4), silent, []],
    ['met in the last place', 'value_avg', '{field: n, gt: 0.3}', values(0.3, 0.4), fires, ['gt/0.3/met']],
    ['not met a place on', 'value_avg', '{field: n, gt: 0.3}', values(0.4, 0.5), fires, []],
    ['missed in the last place', 'value_median', '{field: n, lt: 0.3}', values(0.3, 0.3), silent, ['lt/0.3/missed']],
    ['met', 'value_percentile', '{field: n, percentile: 50, gte: 2}', values(1, 2, 3), fires, ['gte/2/met']],
    ['missed', 'value_percentile', '{field: n, percentile: 50, gte: 2}', values(1, 1, 3), silent, ['gte/2/missed']],
    ['not missed by no value', 'value_sum', '{field: n, neq: 1}', count(2), silent, []],
  ] as const) {
    test(`${type} ${condition}: ${claim}, by ${events.length} events`, () => {
      assert.deepEqual(thresholdsOf(shownBy(mapOf(type, condition), events, expectation)), shown)
    })
  }

  const grouped = mapOf('event_count', '{gte: 2}', ', group-by: u')
  const two = [
    [0, 'ra', { u: 'a' }],
    [1, 'ra', { u: 'a' }],
    [2, 'ra', { u: 'b' }],
  ] as const
  const only: CorrelationExpectation = { kind: 'fires-only-for', field: 'u', value: 'a' }
  for (const [claim, expectation, shown] of [
    ['only the group that met it is told of', fires, ['gte/2/met']],
    ['the one that missed it is told of by for whom it fires', only, ['gte/2/met', 'gte/2/missed']],
    ['or by how often', { kind: 'fires-times', times: 1 }, ['gte/2/met', 'gte/2/missed']],
  ] as const) {
    test(`of two groups ${claim}`, () => {
      assert.deepEqual(thresholdsOf(shownBy(grouped, two, expectation)), shown)
    })
  }
})
