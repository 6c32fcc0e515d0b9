import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reaches } from '../../generators/solver/witness/confirm.ts'
import { goalsOf } from '../../measures/goal-of-point.ts'
import { cover, goalOf, isRulePoint } from '../../measures/index.ts'
import type { Fields } from '../../sigma/index.ts'
import { eventOf } from '../../sigma/index.ts'
import { fc } from '../fast-check.ts'
import { anEvent, anObservation, expectedOf, passed } from './observation-factory.ts'
import { aRule } from './rule-factory.ts'

const detections = `selection:
    A:
        - a
        - b
    B|contains: a
other:
    A|startswith: a
filter_one:
    B|endswith: b
filter_two:
    - A: b
    - C: c
`
const rules = [
  'selection',
  'selection and not 1 of filter_*',
  'selection and not all of filter_*',
  '(selection or other) and not (filter_one and filter_two)',
  'selection or (other and not filter_one) or not filter_two',
  'selection and not selection',
].map((condition) => aRule(`${detections}condition: ${condition}`))

const value = fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'z')
const event = fc
  .record({ A: value, B: value, C: fc.constantFrom('', 'c') }, { requiredKeys: [] })
  .map((fields): Fields => ({ Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 3, ...fields }))

describe('the goals of a point', () => {
  test('are reached by exactly the events that cover it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), event, (rule, fields) => {
        const observation = anObservation(rule, expectedOf(rule, fields), [anEvent(fields)])
        const { rules: covered, observations } = cover({ rules: [rule], correlations: [] }, [passed(observation)])
        // Where nothing can be named that would make it fire, its silence shows nothing.
        fc.pre(observations[0]?.vacuous === false)
        const [coverage] = covered
        for (const { point, coveredBy } of coverage?.points ?? []) {
          assert.ok(isRulePoint(point))
          const { goals } = goalsOf(rule, point)
          const isReached = goals.some((goal) => reaches([rule], goal, eventOf(fields)))
          assert.equal(
            isReached,
            coveredBy.length > 0,
            `${point.id} of ${rule.source.text} on ${JSON.stringify(fields)}`,
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  test('are the smallest sets of a filter that never suppresses alone, the first of them first', () => {
    const [, , allOf, , ,] = rules
    assert.ok(allOf)
    const base = { kind: 'detection', measure: 'detections', id: '', span: allOf.span } as const
    const point = { ...base, identifier: 'filter_two', answer: 'suppressing' } as const
    assert.deepEqual(goalOf(allOf, point), { kind: 'suppressed', filters: ['filter_one', 'filter_two'] })
    assert.equal(goalsOf(allOf, point).all, true)
  })
})
