import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestionFor, suggestionsFor } from '../../../authoring/index.ts'
import { type Goal, solve, type Witness } from '../../../generators/index.ts'
import { goalOf, pointsOf, type Suggestion } from '../../../measures/index.ts'
import { eventOf, type Rule } from '../../../sigma/index.ts'
import { aRule } from '../../measures/rule-factory.ts'
import { aMutant } from './mutant-factory.ts'

function witnessOf(rules: readonly Rule[], goal: Goal): Witness {
  const answer = solve(rules, goal, { count: 1, chance: 'test', seed: 'sigmaproof' })
  const [witness] = answer.kind === 'witness' ? answer.events : []
  assert.ok(witness !== undefined, JSON.stringify(answer))
  return witness
}

function suggestionOf(rule: Rule, id: string): Suggestion {
  const point = pointsOf(rule).find((each) => each.id === id)
  assert.ok(point !== undefined, id)
  const leaf = 'leaf' in point ? point.leaf : null
  const suggestion = suggestionFor(rule, witnessOf([rule], goalOf(rule, point)), { kind: 'points', points: [id], leaf })
  assert.ok(suggestion !== null, id)
  assert.ok(suggestion.covers.includes(id), id)
  return suggestion
}

function statedIn({ event, changes }: Suggestion): readonly string[] {
  const [row = {}] = event.kind === 'composed' ? event.rows : event.events
  return [...Object.keys(row), ...changes.map(({ kind, field }) => `${kind} ${field}`)].sort()
}

const printer = aRule(`selection:
    DestinationPort: 631
    Image|endswith: '\\lp.exe'
filter_main_user:
    User: 'CONTOSO\\printer'
condition: selection and not filter_main_user`)

test('only what decides is stated', () => {
  assert.deepEqual(statedIn(suggestionOf(printer, 'outcomes/fires')), ['DestinationPort', 'Image'])
  const suppressed = suggestionOf(printer, 'detections/filter_main_user/suppressing')
  assert.deepEqual(statedIn(suppressed), ['DestinationPort', 'Image', 'User'])
  assert.deepEqual(suppressed.expected, { kind: 'suppressed', filters: ['filter_main_user'] })
})

test('what a scenario is about is stated, even where any other value would do', () => {
  const missed = suggestionOf(printer, 'mcdc/selection/DestinationPort/631/false')
  assert.deepEqual(missed.expected, { kind: 'silent-because', parts: ['DestinationPort'] })
  assert.deepEqual(statedIn(missed), ['DestinationPort', 'Image'])
  assert.ok(statedIn(suggestionOf(printer, 'mcdc/filter_main_user/User/CONTOSO\\printer/false')).includes('User'))
})

test('a field in which made events match now and then is stated', () => {
  const rule = aRule(`selection:
    DestinationPort: 631
filter_main_services:
    Image|endswith: '\\svchost.exe'
condition: selection and not filter_main_services`)
  assert.deepEqual(statedIn(suggestionOf(rule, 'outcomes/fires')), ['DestinationPort', 'Image'])
})

test('a field that has to be absent is taken away by a step of its own', () => {
  const rule = aRule(`selection:
    DestinationPort: 631
    User|exists: false
condition: selection`)
  const answer = solve([rule], { kind: 'fires' }, { count: 1, chance: 'test', seed: 'sigmaproof' })
  const [witness] = answer.kind === 'unknown' ? [] : answer.events
  assert.ok(witness !== undefined)
  const suggestion = suggestionFor(rule, witness, { kind: 'points', points: ['outcomes/fires'], leaf: null })
  assert.ok(suggestion !== null)
  assert.deepEqual(statedIn(suggestion), ['DestinationPort', 'remove User'])
  assert.deepEqual(suggestion.breaches, witness.breaches)
})

test('a point that nothing can cover is open, with the reason', () => {
  const rule = aRule(`selection:
    DestinationPort: 631
filter:
    DestinationPort: 631
condition: selection and filter and not filter`)
  const { suggestions, open } = suggestionsFor(rule, pointsOf(rule), { seed: 'sigmaproof', most: 50 })
  const covered = new Set(suggestions.flatMap(({ covers }) => covers))
  assert.ok(open.some(({ point, reason }) => point.id === 'outcomes/fires' && reason !== ''))
  assert.deepEqual(
    pointsOf(rule)
      .filter(({ id }) => !covered.has(id))
      .map(({ id }) => id),
    open.map(({ point }) => point.id),
  )
})

test('an event that tells a rule from a mutant becomes a scenario that the mutant fails', () => {
  const after = aRule(`selection:
    DestinationPort: 632
    Image|endswith: '\\lp.exe'
filter_main_user:
    User: 'CONTOSO\\printer'
condition: selection and not filter_main_user`)
  const witness = witnessOf([printer, after], { kind: 'differ' })
  const suggestion = suggestionFor(printer, witness, { kind: 'mutant', mutant: aMutant('bound'), after })
  assert.equal(suggestion?.kills, 'bound')
  assert.ok(suggestion !== null && statedIn(suggestion).includes('DestinationPort'))
  assert.equal(suggestionFor(printer, witness, { kind: 'mutant', mutant: aMutant('none'), after: printer }), null)
})

test('an event of another log source tells nothing of the rule', () => {
  const witness = {
    ...eventOf({ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational' }),
    eventId: 1,
    breaches: [],
  }
  const aim = { kind: 'points', points: ['outcomes/silent'], leaf: null } as const
  assert.equal(suggestionFor(printer, witness, aim), null)
})
