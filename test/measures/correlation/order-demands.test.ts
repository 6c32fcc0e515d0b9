import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { TimelineEvent } from '../../sigma/correlation/timelines.ts'
import { fires, pointsOf, shownBy, silent } from './correlation-coverage.ts'

function ordersOf(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => id.startsWith('detections/order/')).map((id) => id.slice('detections/order/'.length))
}

const of = (...names: readonly string[]): readonly TimelineEvent[] =>
  names.map((name, index) => [index, name, {}] as const)
const atOnce = (...names: readonly string[]): readonly TimelineEvent[] => names.map((name) => [0, name, {}] as const)

describe('the order of rules', () => {
  for (const [body, points] of [
    ['temporal_ordered, rules: [ra, rb]', ['kept', 'broken']],
    ['temporal_ordered, condition: ra and rb', ['kept', 'broken']],
    ['temporal, rules: [ra, rb]', ['free']],
    ['temporal, rules: [ra, rb], condition: {gte: 2}', ['free']],
    ['temporal, condition: ra and (rb or rc)', ['free']],
    ['temporal, rules: [ra, rb, rc], condition: {gte: 2}', []],
    ['temporal, condition: ra or rb', []],
    ['temporal_ordered, rules: ra', []],
    ['event_count, rules: [ra, rb], condition: {gte: 2}', []],
    ['value_count, rules: [ra, rb], condition: {field: n, gte: 2}', []],
    ['value_sum, rules: [ra, rb], condition: {field: n, gte: 2}', []],
    ['value_avg, rules: [ra, rb], condition: {field: n, gte: 2}', []],
    ['value_median, rules: [ra, rb], condition: {field: n, gte: 2}', []],
    ['value_percentile, rules: [ra, rb], condition: {field: n, percentile: 5, gte: 2}', []],
  ] as const) {
    test(`has ${points.length === 0 ? 'no points' : points.join(' and ')} for ${body}`, () => {
      assert.deepEqual(ordersOf(pointsOf(`{type: ${body}, timespan: 60s}`)), points)
    })
  }

  for (const [claim, body, events, expected, shown] of [
    ['kept', 'temporal_ordered, rules: [ra, rb]', of('ra', 'rb'), fires, ['kept']],
    ['not told from its reverse', 'temporal_ordered, rules: [ra, rb]', of('rb', 'ra', 'rb'), fires, []],
    ['not told at one time', 'temporal_ordered, rules: [ra, rb]', atOnce('ra', 'rb'), fires, []],
    ['broken', 'temporal_ordered, rules: [ra, rb]', of('rb', 'ra'), silent, ['broken']],
    ['not broken by what is not there', 'temporal_ordered, rules: [ra, rb]', of('ra', 'ra'), silent, []],
    ['broken among three', 'temporal_ordered, rules: [ra, rb, rc]', of('ra', 'rc', 'rb'), silent, ['broken']],
    ['kept under a condition', 'temporal_ordered, condition: ra and (rb or rc)', of('ra', 'rc'), fires, ['kept']],
    ['broken under a condition', 'temporal_ordered, condition: ra and (rb or rc)', of('rc', 'ra'), silent, ['broken']],
    ['free', 'temporal, rules: [ra, rb]', of('rb', 'ra'), fires, ['free']],
    ['as listed all the same', 'temporal, rules: [ra, rb]', of('ra', 'rb'), fires, []],
    ['free under a condition', 'temporal, condition: ra and (rb or rc)', of('rc', 'ra'), fires, ['free']],
  ] as const) {
    test(`is ${claim}, by ${body}`, () => {
      assert.deepEqual(ordersOf(shownBy(`{type: ${body}, timespan: 60s}`, events, expected)), shown)
    })
  }
})
