import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CorrelationExpectation } from '../../../sigma/index.ts'
import type { TimelineEvent } from '../../sigma/correlation/timelines.ts'
import { fires, pointsOf, shownBy, silent } from './correlation-coverage.ts'

function fieldsOf(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => id.startsWith('values/group-by/')).map((id) => id.slice('values/group-by/'.length))
}

function mapOf(groupBy: string, condition = '{gte: 2}'): string {
  return `{type: event_count, rules: [ra, rb], timespan: 60s, condition: ${condition}, group-by: ${groupBy}}`
}

function of(...groups: readonly (readonly [u: string, v?: string])[]): readonly TimelineEvent[] {
  return groups.map(([u, v = 'x'], index) => [index, 'ra', { u, v }] as const)
}

function onlyFor(field: string, value: string): CorrelationExpectation {
  return { kind: 'fires-only-for', field, value }
}

describe('the fields that a correlation groups by', () => {
  test('have a point each, as often as they are written', () => {
    assert.deepEqual(fieldsOf(pointsOf(mapOf('u'))), ['u/apart'])
    assert.deepEqual(fieldsOf(pointsOf(mapOf('[v, u, v, a/b~c]'))), ['v/apart', 'u/apart', 'a~1b~0c/apart'])
    assert.deepEqual(fieldsOf(pointsOf('{type: event_count, rules: ra, timespan: 1m, condition: {gte: 2}}')), [])
  })

  for (const [claim, groupBy, events, expected, shown] of [
    ['two groups that would be one', 'u', of(['a'], ['b']), silent, ['u/apart']],
    ['one group', 'u', of(['a'], ['a']), fires, []],
    ['two groups, one of which fires anyway', 'u', of(['a'], ['b'], ['b']), fires, []],
    ['the one that it fires for, all of it', 'u', of(['a'], ['b'], ['b']), onlyFor('u', 'b'), ['u/apart']],
    ['the one that it fires for, alone', 'u', of(['b'], ['b']), onlyFor('u', 'b'), []],
    ['too few, whoever they are of', 'u', of(['a']), silent, []],
    ['two groups by one field of two', '[u, v]', of(['a', 'x'], ['a', 'y']), silent, ['v/apart']],
    ['two groups by both fields of two', '[u, v]', of(['a', 'x'], ['b', 'y']), silent, []],
    [
      'three groups by each of two fields',
      '[u, v]',
      of(['a', 'x'], ['a', 'y'], ['b', 'x']),
      silent,
      ['u/apart', 'v/apart'],
    ],
    ['for whom by the other field', '[u, v]', of(['a', 'x'], ['a', 'y'], ['a', 'y']), onlyFor('v', 'y'), ['v/apart']],
    ['for whom by the field that stays', '[u, v]', of(['a', 'x'], ['a', 'x'], ['b', 'x']), onlyFor('v', 'x'), []],
    [
      'for whom where the field that stays has another group',
      '[u, v]',
      of(['a', 'y'], ['b', 'y'], ['c', 'x'], ['c', 'x']),
      onlyFor('v', 'x'),
      ['u/apart'],
    ],
  ] as const) {
    test(`are shown to keep apart by ${claim}: ${shown.length === 0 ? 'none' : shown.join(', ')}`, () => {
      assert.deepEqual(fieldsOf(shownBy(mapOf(groupBy), events, expected)), shown)
    })
  }

  test('are not shown by events that lack them: those are of no group', () => {
    const events = [
      [0, 'ra', { u: 'a' }],
      [1, 'ra', {}],
    ] as const
    assert.deepEqual(fieldsOf(shownBy(mapOf('u'), events, silent)), [])
  })

  test('are shown by how often it fires, where one occurrence is enough', () => {
    const events = of(['a'], ['b'])
    assert.deepEqual(fieldsOf(shownBy(mapOf('u', '{gte: 1}'), events, { kind: 'fires-times', times: 2 })), ['u/apart'])
  })

  test('are read under their alias', () => {
    const map = '{type: temporal, rules: [ra, rb], timespan: 60s, aliases: {who: {ra: u, rb: v}}, group-by: who}'
    const events = [
      [0, 'ra', { u: 'a' }],
      [1, 'rb', { v: 'b' }],
    ] as const
    assert.deepEqual(fieldsOf(shownBy(map, events, silent)), ['who/apart'])
  })
})
