import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  judgeMutants,
  type MutantState,
  type Observation,
  type PassedScenario,
  suiteOf,
} from '../../../measures/index.ts'
import { type CorrelationExpectation, judgeCorrelation } from '../../../sigma/index.ts'
import { setWith, type TimelineEvent, timed } from '../../sigma/correlation/timelines.ts'
import { observationOf } from '../correlation/correlation-coverage.ts'

const set = setWith(
  'title: Many\nname: many\ncorrelation: {type: event_count, rules: ra, group-by: u, timespan: 60s, condition: {gte: 2}}\n',
  'title: Many, then one\ncorrelation: {type: temporal_ordered, rules: [many, rb], timespan: 60s}\n',
)
const [many, then] = set.correlations
assert.ok(many && then)

const events: readonly TimelineEvent[] = [
  [0, 'ra', { u: 'a' }],
  [60, 'ra', { u: 'a' }],
  [70, 'rb', {}],
]

function observed(
  correlation: typeof many,
  expected: CorrelationExpectation,
  changes: Partial<Observation> = {},
): Observation {
  assert.ok(correlation)
  return { ...observationOf(correlation, timed(events), expected), ...changes }
}

function statesOf(correlation: typeof many, ...observations: readonly Observation[]): ReadonlyMap<string, MutantState> {
  assert.ok(correlation)
  const scenario: PassedScenario = { uri: 'features/a.feature', line: 3, name: 'A', observations, statements: [] }
  const results = judgeMutants(suiteOf(set, [scenario]), correlation, { seed: 'sigmaproof', placeholders: {} })
  return new Map([...results].map(({ mutant, state }) => [mutant.id, state]))
}

function killedOf(states: ReadonlyMap<string, MutantState>): readonly string[] {
  return [...states].filter(([, { kind }]) => kind === 'killed').map(([id]) => id)
}

const fires = { kind: 'fires' } as const
const strict = ['move-threshold/condition/gte/2/higher', 'resize-timespan/timespan/60s/halved']

test('a mutant of a correlation is killed by what a scenario asked of it, with the same events', () => {
  assert.equal(judgeCorrelation(set, many, timed(events)).matches.length, 1)
  assert.deepEqual(killedOf(statesOf(many, observed(many, fires))), strict)
})

test('and by what was asked of a correlation that refers to it', () => {
  // With one event to count, it fires too early for the other.
  assert.deepEqual(killedOf(statesOf(many, observed(then, fires))), ['move-threshold/condition/gte/2/lower', ...strict])
})

test('a correlation that asks for whom it fires is killed with the field that tells it', () => {
  const only = { kind: 'fires-only-for', field: 'u', value: 'a' } as const
  assert.deepEqual(killedOf(statesOf(many, observed(many, only))), [...strict, 'drop-group-field/group-by/u'])
})

test('a known gap is killed by a mutant that closes it', () => {
  const gap = observed(many, { kind: 'silent' }, { held: false, knownGap: 'open' })
  assert.deepEqual(killedOf(statesOf(many, gap)), strict)
})

test('a survivor has neither event nor scenario, and says why', () => {
  const states = statesOf(many, observed(many, fires))
  assert.deepEqual(states.get('drop-group-field/group-by/u'), {
    kind: 'survived',
    witness: null,
    limit: 'on timelines, which no solver makes: its scenario is yours to write',
    suggestion: null,
  })
})

test('one that no scenario is about has no coverage, though its rules have', () => {
  const kinds = [...statesOf(then, observed(many, fires)).values()].map(({ kind }) => kind)
  assert.deepEqual(new Set(kinds), new Set(['no-coverage']))
})
