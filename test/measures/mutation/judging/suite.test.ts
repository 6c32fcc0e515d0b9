import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Recipe } from '../../../../generators/index.ts'
import {
  type AlarmStatement,
  ObservationError,
  type ObservedEvent,
  type Statement,
  suiteOf,
} from '../../../../measures/index.ts'
import type { Expectation, Rule } from '../../../../sigma/index.ts'
import { anEvent, anObservation } from '../../observation-factory.ts'
import { aRule } from '../../rule-factory.ts'
import { judged, said, scenario, setOf } from './judged.ts'

const rule = aRule(`selection:
    Image|endswith: '\\a.exe'
    DestinationPort: 443
filter_user:
    User: backup
condition: selection and not filter_user`)
const other = aRule('selection:\n    SourcePort: 1\ncondition: selection', 'rules/other.yml')
const firing = { Image: 'C:\\a.exe', DestinationPort: 443 }

describe('a known gap about a part of the rule', () => {
  const gaps: readonly (readonly [
    string,
    Expectation,
    Readonly<Record<string, string | number>>,
    readonly [gone: string, open: string],
  ])[] = [
    [
      'a filter that should suppress',
      { kind: 'suppressed', filters: ['filter_user'] },
      firing,
      ['drop-detection/condition/1', 'drop-field/selection/DestinationPort'],
    ],
    [
      'a field that should make it fire',
      { kind: 'fires-via', part: 'DestinationPort' },
      { Image: 'C:\\b.exe', DestinationPort: 443 },
      ['drop-field/selection/DestinationPort', 'swap-anchor/selection/Image|endswith/startswith'],
    ],
    [
      'a field that should keep it silent',
      { kind: 'silent-because', parts: ['DestinationPort'] },
      firing,
      ['drop-field/selection/DestinationPort', 'drop-detection/condition/1'],
    ],
  ]
  for (const [what, expected, fields, [gone, open]] of gaps) {
    test(`is red where ${what} is gone, and open where it is still there`, () => {
      const gap = anObservation(rule, expected, [anEvent(fields)], { held: false, knownGap: 'open' })
      const states = judged([rule], [scenario([gap])])
      assert.equal(states.get(gone)?.kind, 'killed')
      assert.notEqual(states.get(open)?.kind, 'killed')
      assert.ok(states.has(open))
    })
  }
})

describe('that exactly some rules fire', () => {
  const quiet = [anEvent({ SourcePort: 2 }), anEvent({ ...firing, DestinationPort: 80 }), anEvent({ SourcePort: 3 })]

  test('is red where a mutant makes one of several events wrong', () => {
    const states = judged([rule, other], [scenario([], [alarm([], quiet)])])
    assert.equal(states.get('drop-field/selection/DestinationPort')?.kind, 'killed')
    const some = [anEvent({ SourcePort: 1 }), anEvent({ ...firing, DestinationPort: 80, SourcePort: 1 })]
    const named = judged([rule, other], [scenario([], [alarm([other], some)])])
    assert.equal(named.get('drop-field/selection/DestinationPort')?.kind, 'killed')
  })

  test('does not hold where it is so of one of several events only', () => {
    assert.throws(
      () => judged([rule, other], [scenario([], [alarm([], [...quiet, anEvent(firing)])])]),
      ObservationError,
    )
    assert.throws(
      () => judged([rule, other], [scenario([], [alarm([rule], [...quiet, anEvent(firing)])])]),
      ObservationError,
    )
  })

  test('is closed as a known gap where a mutant makes one of several events right', () => {
    const open = { knownGap: true, isSo: false }
    const states = judged([rule, other], [scenario([], [alarm([rule], quiet, open)])])
    assert.equal(states.get('drop-field/selection/DestinationPort')?.kind, 'killed')
  })

  test('is said by itself, whatever its step leaves of the rules that it names', () => {
    // Of the two that should fire one does: its observation alone would close the gap.
    const event = anEvent(firing)
    const observations = [rule, other].map((each) =>
      anObservation(each, { kind: 'fires' }, [event], { held: each === rule, knownGap: 'open' }),
    )
    const states = judged(
      [rule, other],
      [scenario(observations, [alarm([rule, other], [event], { knownGap: true, isSo: false })])],
    )
    assert.notEqual(states.get('insert-not/condition')?.kind, 'killed')
    assert.ok(states.has('insert-not/condition'))
  })
})

describe('a suite', () => {
  const claim = { kind: 'never-matches', field: 'SourceIp', value: '::1' } as const
  const gone = { ...other, key: 'rules/gone.yml' }
  const statements: readonly (readonly [string, Statement])[] = [
    ['a claim', { ...said, kind: 'claim', rule: gone.key, claim, seed: 's' }],
    ['an alarm', alarm([gone], [anEvent({})])],
    ['an alarm of several', alarm([rule, gone], [anEvent(firing)])],
    ['an alarm in a known gap', alarm([gone], [anEvent({})], { knownGap: true, isSo: false })],
  ]
  for (const [what, statement] of statements) {
    test(`is refused where ${what} names a rule that is not loaded`, () => {
      assert.throws(
        () => suiteOf(setOf([rule]), [scenario([], [statement])]),
        (error) => {
          assert.ok(error instanceof ObservationError)
          assert.equal(
            error.message,
            'features/sample.feature:3 judged the rule rules/gone.yml, which is not among the rules loaded',
          )
          return true
        },
      )
    })
  }
})

/** What a step leaves that says that exactly these rules fire on these events. */
function alarm(
  rules: readonly Rule[],
  events: readonly ObservedEvent[],
  changes: Partial<AlarmStatement> = {},
): AlarmStatement {
  const recipe: Recipe = { seed: 's', steps: [{ kind: 'verbatim', events }] }
  return {
    ...said,
    kind: 'alarm',
    rules: rules.map(({ key }) => key),
    recipe,
    events: { kind: 'whole', events },
    ...changes,
  }
}
