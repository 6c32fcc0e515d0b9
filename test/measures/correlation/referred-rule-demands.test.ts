import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { TimelineEvent } from '../../sigma/correlation/timelines.ts'
import { fires, pointsOf, shownBy, silent } from './correlation-coverage.ts'

function rulesOf(ids: readonly string[]): readonly string[] {
  return ids
    .filter((id) => id.startsWith('detections/rules/'))
    .map((id) => id.slice('detections/rules/'.length, -'/needed'.length))
}

const of = (...names: readonly string[]): readonly TimelineEvent[] =>
  names.map((name, index) => [index, name, { n: 1 }] as const)

describe('the rules that a correlation refers to', () => {
  test('have a point each, where there are several', () => {
    const body = 'timespan: 60s, condition: {gte: 2}'
    assert.deepEqual(rulesOf(pointsOf(`{type: event_count, rules: [rb, ra], ${body}}`)), ['rb', 'ra'])
    assert.deepEqual(rulesOf(pointsOf(`{type: event_count, rules: ra, ${body}}`)), [])
    assert.deepEqual(rulesOf(pointsOf('{type: temporal, timespan: 60s, condition: rc and (ra or rb)}')), [
      'rc',
      'ra',
      'rb',
    ])
  })

  for (const [claim, body, events, expected, shown] of [
    ['counted with another', 'event_count, rules: [ra, rb], condition: {gte: 2}', of('ra', 'rb'), fires, ['ra', 'rb']],
    [
      'not counted where the other is enough',
      'event_count, rules: [ra, rb], condition: {gte: 2}',
      of('ra', 'ra', 'rb'),
      fires,
      ['ra'],
    ],
    ['one too many', 'event_count, rules: [ra, rb], condition: {lt: 2}', of('ra', 'rb'), silent, ['ra', 'rb']],
    ['summed', 'value_sum, rules: [ra, rb], condition: {field: n, gte: 2}', of('ra', 'rb'), fires, ['ra', 'rb']],
    ['different values', 'value_count, rules: [ra, rb], condition: {field: n, gte: 1}', of('rb'), fires, ['rb']],
    ['missing alone', 'temporal, rules: [ra, rb, rc]', of('ra', 'rc'), silent, ['rb']],
    ['missing with another', 'temporal, rules: [ra, rb, rc]', of('ra'), silent, []],
    ['there like all the others', 'temporal, rules: [ra, rb]', of('ra', 'rb'), fires, []],
    ['missing in an order', 'temporal_ordered, rules: [ra, rb, rc]', of('ra', 'rc'), silent, ['rb']],
    ['out of order', 'temporal_ordered, rules: [ra, rb, rc]', of('rb', 'ra', 'rc'), silent, ['ra', 'rb']],
    [
      'among as many as are asked for',
      'temporal, rules: [ra, rb, rc], condition: {gte: 2}',
      of('ra', 'rc'),
      fires,
      ['ra', 'rc'],
    ],
    ['one of two that would do', 'temporal, condition: ra and (rb or rc)', of('ra', 'rb'), fires, ['rb']],
    ['both of two that would do', 'temporal, condition: ra and (rb or rc)', of('ra', 'rb', 'rc'), fires, []],
    ['missing where the rest is there', 'temporal, condition: ra and (rb or rc)', of('rc'), silent, ['ra']],
    ['not to be there', 'temporal, condition: ra and not rb', of('ra', 'rb'), silent, ['rb']],
    ['there where another is not', 'temporal, condition: ra and not rb', of('ra'), fires, ['ra']],
    ['not to be there, and is, alone', 'temporal, condition: ra and not rb', of('rc'), silent, []],
  ] as const) {
    test(`are shown to be needed, ${claim}, by ${body}: ${shown.length === 0 ? 'none' : shown.join(', ')}`, () => {
      assert.deepEqual(rulesOf(shownBy(`{type: ${body}, timespan: 60s}`, events, expected)), shown)
    })
  }
})
