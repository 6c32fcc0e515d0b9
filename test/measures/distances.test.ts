import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cover, distancesOf } from '../../measures/index.ts'
import type { Expectation, Fields, Rule } from '../../sigma/index.ts'
import { anEvent, anObservation, expectedOf, passed } from './observation-factory.ts'
import { aRule } from './rule-factory.ts'

const rule = aRule(`selection:
    DestinationPort: [5985, 5986]
    Initiated: true
filter:
    User: SYSTEM
condition: selection and not filter`)

function distances(
  subject: Rule,
  events: readonly Fields[],
  stated: 'every' | readonly string[] = 'every',
  expected?: Expectation,
) {
  const observations = events.map((fields) =>
    passed(anObservation(subject, expected ?? expectedOf(subject, fields), [anEvent(fields, stated)])),
  )
  const coverage = cover({ rules: [subject], correlations: [] }, observations)
  return distancesOf(subject, coverage.rules[0]?.points ?? [], coverage.observations)
}

describe('how near the tests came to an uncovered point', () => {
  test('is the number of values that would have to answer otherwise on the nearest event', () => {
    const found = distances(rule, [{ DestinationPort: 80, Initiated: false, User: 'SYSTEM' }])
    assert.equal(found.get('outcomes/fires'), 3)
    assert.equal(found.get('values/selection/DestinationPort/5985/matched'), 1)
    assert.equal(found.get('mcdc/selection/Initiated/true/true'), 3)
    assert.equal(found.get('mcdc/selection/Initiated/true/false'), 2)
    assert.equal(found.get('detections/filter/suppressing'), 2)
    const nearer = distances(rule, [{ Initiated: false }, { DestinationPort: 5985, Initiated: false, User: 'nina' }])
    assert.equal(nearer.get('outcomes/fires'), 1)
    assert.equal(nearer.get('mcdc/selection/Initiated/true/true'), 1)
  })

  test('is 0 where an event would do but its scenario does not state or name what it takes', () => {
    const unstated = distances(rule, [{ DestinationPort: 5985, Initiated: true, User: 'nina' }], ['User'])
    assert.equal(unstated.get('values/selection/DestinationPort/5985/matched'), 0)
    const unnamed = distances(rule, [{ DestinationPort: 5985, Initiated: true, User: 'SYSTEM' }], 'every', {
      kind: 'silent',
    })
    assert.equal(unnamed.get('detections/filter/suppressing'), 0)
  })

  test('is not told of covered points, nor without an event under the log source', () => {
    assert.equal(distances(rule, [{ User: 'SYSTEM' }]).has('outcomes/silent'), false)
    assert.equal(distances(rule, []).size, 0)
    assert.equal(distances(rule, [{ EventID: 1 }]).size, 0)
  })

  test('is infinitely far, and so not told, where no answers would do', () => {
    const unused = aRule(`selection: {User: a}
unused: {User: b}
condition: selection`)
    assert.equal(distances(unused, [{ User: 'a' }]).has('mcdc/unused/User/b/true'), false)
  })
})
