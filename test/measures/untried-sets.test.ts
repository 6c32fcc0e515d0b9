import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cover, pointsOf } from '../../measures/index.ts'
import { proverOf } from '../../measures/prove-point.ts'
import { anEvent, anObservation, passed } from './observation-factory.ts'
import { aRule } from './rule-factory.ts'

/** The first two filters exclude each other; the third suppresses with the first, but only where two selections of six match. */
const rule =
  aRule(`${['A', 'B', 'C', 'D', 'E', 'F'].map((field, index) => `s${index + 1}:\n    ${field}: x\n`).join('')}filter_one:
    SourceIp: 10.0.0.1
filter_two:
    SourceIp: 10.0.0.2
filter_three:
    DestinationIp: 10.0.0.3
condition: 1 of s* and not (filter_one and filter_two)
    and not (filter_one and filter_three and s1 and s2 and not s3 and not s4)`)
const id = 'detections/filter_one/suppressing'

test('that a filter never suppresses is not proved where a set that was not tried would', () => {
  const point = pointsOf(rule).find((each) => each.id === id)
  assert.ok(point?.measure === 'detections')
  assert.deepEqual(proverOf(rule)(point), { kind: 'unknown', limit: 'as not every set of filters was tried' })
  const event = anEvent({ A: 'x', B: 'x', SourceIp: '10.0.0.1', DestinationIp: '10.0.0.3' })
  const observation = anObservation(rule, { kind: 'suppressed', filters: ['filter_one', 'filter_three'] }, [event])
  const [coverage] = cover({ rules: [rule], correlations: [] }, [passed(observation)]).rules
  assert.deepEqual(coverage?.points.find((each) => each.point.id === id)?.coveredBy, [0])
})
