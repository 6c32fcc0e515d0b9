import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  cover,
  type Observation,
  ObservationError,
  type ObservedEvent,
  parseObservation,
} from '../../../measures/index.ts'
import {
  buildRuleSet,
  type Correlation,
  type CorrelationExpectation,
  type Expectation,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'
import { anEvent, passed } from '../observation-factory.ts'

const text = `title: Connection
name: connection
logsource: { product: windows, category: network_connection }
detection:
  selection:
    DestinationPort: 4444
  condition: selection
---
title: Many connections
correlation:
  type: event_count
  rules: connection
  group-by: User
  timespan: 1m
  condition: { gte: 2 }
`
const ruleSet = buildRuleSet([readRules(sourceOf('rules/a.yml', text))])

function only(): Correlation {
  const [correlation] = ruleSet.correlations
  assert.ok(correlation !== undefined)
  return correlation
}

const correlation = only()

function connection(second: number, port: number = 4444, user: string = 'anna'): ObservedEvent {
  return { ...anEvent({ DestinationPort: port, User: user }), time: second * 1000 }
}

function observation(
  expected: Expectation | CorrelationExpectation,
  events: readonly ObservedEvent[],
  changes: Partial<Observation> = {},
): Observation {
  return {
    version: 2,
    rule: correlation.key,
    meaning: correlation.meaning,
    expected,
    held: true,
    knownGap: null,
    scenario: { uri: 'features/a.feature', name: 'A', line: 3, stepLine: 4, stepText: 'the rule fires' },
    recipe: { seed: 'sigmaproof', steps: [] },
    events: { kind: 'whole', events },
    ...changes,
  }
}

function covered(...observations: readonly Observation[]): readonly string[] {
  const { rules } = cover(ruleSet, observations.map(passed))
  const points = rules.find(({ rule }) => rule === correlation.key)?.points ?? []
  return points.filter(({ coveredBy }) => coveredBy.length > 0).map(({ point }) => point.id)
}

/** The points of the correlation in this file, and the text that each is about. */
function placesIn(file: string): readonly (readonly [id: string, text: string])[] {
  const set = buildRuleSet([readRules(sourceOf('rules/a.yml', file))])
  const [{ key } = correlation] = set.correlations
  const points = cover(set, []).rules.find(({ rule }) => rule === key)?.points ?? []
  return points.map(({ point: { id, span } }) => [id, file.slice(span.start, span.end).trim()] as const)
}

const fires = { kind: 'fires' } as const
const silent = { kind: 'silent' } as const

describe('the points of a correlation', () => {
  test('stand where they are written: its outcomes at its condition', () => {
    assert.deepEqual(placesIn(text), [
      ['outcomes/fires', 'condition: { gte: 2 }'],
      ['outcomes/silent', 'condition: { gte: 2 }'],
      ['values/group-by/User/apart', 'User'],
      ['values/timespan/1m/inside', '1m'],
      ['values/timespan/1m/outside', '1m'],
      ['values/condition/gte/2/met', 'gte: 2'],
      ['values/condition/gte/2/missed', 'gte: 2'],
    ])
    const ordered = text.replace(
      /correlation:[\s\S]*/,
      `correlation:
  type: temporal_ordered
  rules:
    - connection
    - 1c0fe5ae-1c5b-4f8c-9d21-4c54e0f4ab10
  timespan: 2h
---
title: Other
id: 1c0fe5ae-1c5b-4f8c-9d21-4c54e0f4ab10
logsource: { product: windows }
detection: { selection: { A: b }, condition: selection }
`,
    )
    assert.deepEqual(placesIn(ordered).slice(2), [
      ['detections/rules/connection/needed', 'connection'],
      ['detections/rules/1c0fe5ae-1c5b-4f8c-9d21-4c54e0f4ab10/needed', '1c0fe5ae-1c5b-4f8c-9d21-4c54e0f4ab10'],
      ['detections/order/kept', 'temporal_ordered'],
      ['detections/order/broken', 'temporal_ordered'],
      ['values/timespan/2h/inside', '2h'],
      ['values/timespan/2h/outside', '2h'],
    ])
  })

  test('are covered by what all events together say', () => {
    const [inside, outside] = ['values/timespan/1m/inside', 'values/timespan/1m/outside']
    const [met, missed] = ['values/condition/gte/2/met', 'values/condition/gte/2/missed']
    assert.deepEqual(covered(observation(fires, [connection(0), connection(60)])), ['outcomes/fires', inside, met])
    assert.deepEqual(covered(observation(silent, [connection(0), connection(61)])), [
      'outcomes/silent',
      outside,
      missed,
    ])
    assert.deepEqual(covered(observation(silent, [connection(0), connection(1, 4444, 'bert')])), [
      'outcomes/silent',
      'values/group-by/User/apart',
      missed,
    ])
  })

  test('are not covered where no rule of it fires, which is vacuous, nor by what is not counted', () => {
    const nothing = observation(silent, [connection(0, 80)])
    assert.deepEqual(covered(nothing), [])
    assert.equal(cover(ruleSet, [passed(nothing)]).observations[0]?.vacuous, true)
    const events = [connection(0), connection(1)]
    assert.deepEqual(covered(observation(silent, events)), [], 'whatever it says of itself')
    assert.deepEqual(covered(observation(fires, events, { knownGap: 'open' })), [])
  })

  test('are not covered by observations of the rules it refers to', () => {
    const [rule] = ruleSet.rules
    assert.ok(rule !== undefined)
    const own = { rule: rule.key, meaning: rule.meaning }
    assert.deepEqual(covered(observation(fires, [connection(0), connection(1)], own)), [])
  })
})

describe('an observation of a correlation', () => {
  test('survives its text, times and recipe included', () => {
    const steps = [
      {
        kind: 'solved',
        rules: ['rules/a.yml#1'],
        goal: { kind: 'fires' },
        count: 2,
        chance: 'c',
        within: 60_000,
        alike: [{ group: 'User', field: 'User' }],
      },
      { kind: 'pass', duration: 1_000 },
    ] as const
    const written = observation({ kind: 'fires-only-for', field: 'User', value: 'anna' }, [connection(1)], {
      recipe: { seed: 's', steps },
    })
    assert.deepEqual(parseObservation(JSON.stringify(written), 'x'), written)
  })

  test('is refused without times, of another text of any rule concerned, and where it asks what a correlation has not', () => {
    const timeless = observation(fires, [connection(0)])
    const body = JSON.stringify(timeless, (key, value: unknown) => (key === 'time' ? undefined : value))
    assert.throws(() => parseObservation(body, 'x'), ObservationError)
    assert.throws(() => covered(observation(fires, [connection(0)], { meaning: 'other' })), ObservationError)
    assert.throws(
      () => covered(observation({ kind: 'suppressed', filters: [] }, [connection(0)])),
      /asks of rules\/a\.yml#2/,
    )
    const [rule] = ruleSet.rules
    const wrong = observation({ kind: 'fires-only-for', field: 'User', value: 'a' }, [connection(0)], {
      rule: rule?.key ?? '',
      meaning: rule?.meaning ?? '',
    })
    assert.throws(() => covered(wrong), ObservationError)
  })
})
