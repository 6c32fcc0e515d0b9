import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ObservationError, observationText, parseObservation } from '../../measures/index.ts'
import { anEvent, anObservation } from './observation-factory.ts'
import { aRule } from './rule-factory.ts'

const rule = aRule(`selection:
    DestinationPort: 5985
condition: selection`)
const observation = anObservation(rule, { kind: 'suppressed', filters: ['f'] }, [anEvent({ A: null }, ['A'])], {
  recipe: {
    seed: 's',
    steps: [
      { kind: 'solved', rules: [rule.key], goal: { kind: 'fires-via', part: 'A' }, count: 1, chance: 'c' },
      { kind: 'set', field: 'A', values: [null, 1, 'x', true, [1]] },
      { kind: 'account', field: 'A', accounts: ['NT AUTHORITY\\SYSTEM'] },
      { kind: 'letter-case', field: 'A', letterCase: 'upper' },
    ],
  },
})

test('an observation comes back from its text as it was', () => {
  assert.deepEqual(parseObservation(observationText(observation), 'x.feature:1'), observation)
})

const broken: readonly (readonly [string, unknown])[] = [
  ['a list', []],
  ['another version', { ...observation, version: 3 }],
  ['an earlier version', { ...observation, version: 1 }],
  ['an unknown expectation', { ...observation, expected: { kind: 'sings' } }],
  ['an expectation without its filters', { ...observation, expected: { kind: 'suppressed' } }],
  ['a recipe step of an unknown kind', { ...observation, recipe: { seed: 's', steps: [{ kind: 'hop' }] } }],
  ['no event', { ...observation, events: { kind: 'whole', events: [] } }],
  [
    'fields that are no object',
    { ...observation, events: { kind: 'whole', events: [{ fields: 1, stated: 'every', breaches: [] }] } },
  ],
]

for (const [what, value] of broken) {
  test(`refused, with the place it came from: ${what}`, () => {
    assert.throws(
      () => parseObservation(JSON.stringify(value), 'x.feature:1'),
      (error) => error instanceof ObservationError && error.message.startsWith('x.feature:1: '),
    )
  })
}

test('refused: no JSON', () => {
  assert.throws(() => parseObservation('{', 'x.feature:1'), ObservationError)
})
