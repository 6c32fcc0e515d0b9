import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Recipe } from '../../../../generators/index.ts'
import {
  judgeMutants,
  type MutantState,
  mutationKeyOf,
  type Observation,
  ObservationError,
  type PassedScenario,
  suiteOf,
} from '../../../../measures/index.ts'
import { buildRuleSet, type Rule, readRules, sourceOf } from '../../../../sigma/index.ts'
import { anEvent, anObservation } from '../../observation-factory.ts'
import { aRule } from '../../rule-factory.ts'
import { judged, options, said, scenario, setOf, toldOf } from './judged.ts'

const rule = aRule("selection:\n    Image|endswith: '\\a.exe'\n    DestinationPort: 443\ncondition: selection")
const firing = anEvent({ Image: 'C:\\a.exe', DestinationPort: 443 })
const solved: Recipe = {
  seed: 'sigmaproof',
  steps: [{ kind: 'solved', rules: [rule.key], goal: { kind: 'fires' }, count: 1, chance: 'x' }],
}

test('a mutant that an observation contradicts is killed by its scenario, another survives with an event and a scenario', () => {
  const states = judged([rule], [scenario([anObservation(rule, { kind: 'fires' }, [firing])])])
  assert.deepEqual(states.get('insert-not/condition'), {
    kind: 'killed',
    by: { uri: 'features/sample.feature', line: 3, name: 'Sample' },
  })
  const survivor = states.get('drop-field/selection/DestinationPort')
  assert.ok(survivor?.kind === 'survived')
  assert.equal(survivor.limit, null)
  assert.notEqual(survivor.witness?.fields.DestinationPort, 443)
  assert.equal(survivor.suggestion?.kills, 'drop-field/selection/DestinationPort')
})

test('a rule that no scenario is about has no coverage; that nothing at all fires may still kill', () => {
  const other = aRule('selection:\n    Image: other\ncondition: selection', 'rules/other.yml')
  const about = scenario([anObservation(other, { kind: 'silent' }, [firing])])
  assert.deepEqual(kindsOf(judged([rule, other], [about])), ['no-coverage'])
  const quiet = anEvent({ Image: 'C:\\a.exe', DestinationPort: 80 })
  const recipe: Recipe = { seed: 's', steps: [{ kind: 'verbatim', events: [quiet] }] }
  const alarm = { ...said, kind: 'alarm', rules: [], recipe, events: { kind: 'whole', events: [quiet] } } as const
  const states = judged([rule, other], [scenario([], [alarm])])
  assert.equal(states.get('drop-field/selection/DestinationPort')?.kind, 'killed')
  assert.equal(states.get('drop-field/selection/Image|endswith')?.kind, 'no-coverage')
})

test('an event solved for the rule follows the mutant, unless there is none', () => {
  const observation = anObservation(rule, { kind: 'fires' }, [firing], { recipe: solved })
  const states = judged([rule], [scenario([observation])])
  assert.equal(states.get('swap-anchor/selection/Image|endswith/startswith')?.kind, 'survived')
  const stating = {
    ...solved,
    steps: [...solved.steps, { kind: 'set', field: 'Image', values: ['C:\\a.exe'] } as const],
  }
  const stated = judged([rule], [scenario([anObservation(rule, { kind: 'fires' }, [firing], { recipe: stating })])])
  assert.equal(stated.get('swap-anchor/selection/Image|endswith/startswith')?.kind, 'killed')
  assert.equal(stated.get('drop-field/selection/DestinationPort')?.kind, 'survived')
})

test('an event solved for another rule does not, whoever judges it', () => {
  const other = aRule('selection:\n    DestinationPort: 443\ncondition: selection', 'rules/other.yml')
  const recipe: Recipe = {
    seed: 'sigmaproof',
    steps: [{ kind: 'solved', rules: [other.key], goal: { kind: 'fires' }, count: 1, chance: 'x' }],
  }
  const observation = anObservation(rule, { kind: 'fires' }, [firing], { recipe })
  const states = judged([rule, other], [scenario([observation])])
  assert.equal(states.get('swap-anchor/selection/Image|endswith/startswith')?.kind, 'killed')
})

test('a known gap that a mutant closes is red', () => {
  const late = anEvent({ Image: 'C:\\a.exe', DestinationPort: 80 })
  const gap = anObservation(rule, { kind: 'fires' }, [late], { held: false, knownGap: 'open' })
  const states = judged([rule], [scenario([gap])])
  assert.equal(states.get('drop-field/selection/DestinationPort')?.kind, 'killed')
  assert.equal(states.get('drop-field/selection/Image|endswith')?.kind, 'survived')
})

test('what is proved to fire on the same events is ignored, with the world of the proof', () => {
  const own = aRule("selection:\n    Image: a\n    Initiated: 'true'\ncondition: selection")
  const observation = anObservation(own, { kind: 'fires' }, [anEvent({ Image: 'a', Initiated: 'true' })])
  const state = judged([own], [scenario([observation])]).get('swap-anchor/selection/Initiated/endswith')
  assert.ok(state?.kind === 'ignored', JSON.stringify(state))
  assert.equal(state.world, 'source')
  assert.match(state.reason, /Initiated/)
})

test('a claim that a mutant makes false, or makes senseless, is red', () => {
  const odd = aRule("selection:\n    SourceIp|contains:\n        - '::1'\n        - '10.'\ncondition: selection")
  const claim = { ...said, kind: 'claim', rule: odd.key, claim: never('::1'), seed: 's' } as const
  const own = aRule("selection:\n    SourceIp:\n        - '::1'\n        - '10.0.0.1'\ncondition: selection")
  const states = judged([own], [scenario([], [{ ...claim, rule: own.key }])])
  assert.equal(states.get('drop-value/selection/SourceIp/::1')?.kind, 'killed')
  assert.equal(states.get('drop-value/selection/SourceIp/10.0.0.1')?.kind, 'survived')
  assert.throws(() => judged([odd], [scenario([], [{ ...claim, claim: never('10.') }])]), ObservationError)
})

test('a correlation holds its rules to what it says', () => {
  const text = `title: Many
correlation:
    type: event_count
    rules:
        - base
    group-by:
        - User
    timespan: 5m
    condition:
        gte: 2
`
  const base = readRules(
    sourceOf('rules/base.yml', rule.source.text.replace('title: Sample', 'title: Sample\nname: base')),
  )
  const set = buildRuleSet([base, readRules(sourceOf('rules/many.yml', text))])
  const [correlation] = set.correlations
  const [own] = set.rules
  assert.ok(correlation !== undefined && own !== undefined, JSON.stringify(set.problems))
  const events = [0, 1].map((time) => ({ ...anEvent({ ...firing.fields, User: 'u' }), time }))
  const observation: Observation = {
    ...anObservation(own, { kind: 'fires' }, events),
    rule: correlation.key,
    meaning: correlation.meaning,
  }
  const suite = suiteOf(set, [scenario([observation])])
  const states = new Map([...judgeMutants(suite, own, options)].map(({ mutant, state }) => [mutant.id, state]))
  assert.equal(states.get('insert-not/condition')?.kind, 'killed')
  assert.equal(states.get('drop-field/selection/DestinationPort')?.kind, 'survived')
})

test('filter documents stay compiled into the mutants of a rule', () => {
  const filter = `title: Not here
logsource:
    category: network_connection
    product: windows
filter:
    rules: any
    selection:
        User: u
    condition: not selection
`
  const set = buildRuleSet([readRules(rule.source), readRules(sourceOf('rules/filter.yml', filter))])
  const [filtered] = set.rules
  assert.ok(filtered !== undefined && filtered.filters.length === 1)
  const suppressed = anObservation(filtered, { kind: 'suppressed', filters: ['Not here'] }, [
    anEvent({ ...firing.fields, User: 'u' }),
  ])
  const results = [...judgeMutants(suiteOf(set, [scenario([suppressed])]), filtered, options)]
  assert.ok(results.length > 5)
  assert.ok(results.every(({ mutant }) => mutant.replacement.span.path === 'rules/sample.yml'))
  const dropped = results.find(({ mutant }) => mutant.id === 'drop-field/selection/DestinationPort')
  assert.ok(dropped?.state.kind === 'survived')
})

test('a suite that does not hold, or judged other texts, judges nothing', () => {
  const wrong = anObservation(rule, { kind: 'silent' }, [firing])
  assert.throws(() => judged([rule], [scenario([wrong])]), /sample\.feature:3 passed, but does not hold/)
  const stale = anObservation(rule, { kind: 'fires' }, [firing], { meaning: 'another' })
  assert.throws(() => judged([rule], [scenario([stale])]), /judged another text of rules\/sample\.yml/)
  const foreign = anObservation(rule, { kind: 'fires' }, [firing], { rule: 'rules/gone.yml' })
  assert.throws(() => judged([rule], [scenario([foreign])]), /rules\/gone\.yml, which is not among the rules loaded/)
})

test('the key of results changes with what they depend on, and with nothing else', () => {
  const other = aRule('selection:\n    Image: other\ncondition: selection', 'rules/other.yml')
  const own = scenario([anObservation(rule, { kind: 'fires' }, [firing])])
  const others = scenario([anObservation(other, { kind: 'silent' }, [firing])])
  const keyOf = (rules: readonly Rule[], scenarios: readonly PassedScenario[], seed = 's') =>
    mutationKeyOf(suiteOf(setOf(rules), toldOf(setOf(rules), scenarios)), rule, { seed, placeholders: {} })
  const key = keyOf([rule, other], [own])
  assert.equal(keyOf([rule], [others, own].slice(1)), key)
  assert.equal(keyOf([rule, other], [others, own]), key)
  assert.notEqual(keyOf([rule], []), key)
  assert.notEqual(keyOf([rule], [own, own]), key)
  assert.notEqual(keyOf([rule], [own], 'another'), key)
})

test('the key of results changes with any rule where a known gap tells only that other rules fire than should', () => {
  const quiet = anEvent({ Image: 'C:\\a.exe', DestinationPort: 80 })
  const firingToo = ['other', 'third'].map((image) =>
    aRule(`selection:\n    Image:\n        - 'C:\\a.exe'\n        - ${image}\ncondition: selection`, 'rules/other.yml'),
  )
  const recipe: Recipe = { seed: 's', steps: [{ kind: 'verbatim', events: [quiet] }] }
  const keysOf = (knownGap: boolean, rules: readonly string[]): ReadonlySet<string> => {
    const events = { kind: 'whole', events: [quiet] } as const
    const alarm = { ...said, knownGap, isSo: !knownGap, kind: 'alarm', rules, recipe, events } as const
    return new Set(
      firingToo.map((other) => {
        const set = setOf([rule, other])
        return mutationKeyOf(suiteOf(set, toldOf(set, [scenario([], [alarm])])), rule, options)
      }),
    )
  }
  assert.equal(keysOf(false, ['rules/other.yml']).size, 1)
  assert.equal(keysOf(true, [rule.key]).size, 2)
})

function never(value: string): { readonly kind: 'never-matches'; readonly field: string; readonly value: string } {
  return { kind: 'never-matches', field: 'SourceIp', value }
}

function kindsOf(states: ReadonlyMap<string, MutantState>): readonly string[] {
  return [...new Set([...states.values()].map(({ kind }) => kind))]
}
