import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MadeEvent, Recipe } from '../../generators/index.ts'
import { playRecipe } from '../../generators/index.ts'
import { eventsOf, ObservationError, observedEventsOf } from '../../measures/index.ts'
import { eventOf } from '../../sigma/index.ts'
import { anEvent, anObservation } from './observation-factory.ts'
import { aRule } from './rule-factory.ts'

const rule = aRule(`selection:
    DestinationPort: 5985
condition: selection`)
const ruleOf = () => rule

function madeOf(count: number): { readonly recipe: Recipe; readonly made: readonly MadeEvent[] } {
  const events = Array.from({ length: count }, (_, index) => eventOf({ Number: index }))
  const recipe: Recipe = { seed: 's', steps: [{ kind: 'verbatim', events }] }
  return { recipe, made: playRecipe(recipe, ruleOf).events }
}

test('up to 200 events are carried, more are played again', () => {
  assert.equal(observedEventsOf(rule.key, madeOf(200).made).kind, 'whole')
  const { recipe, made } = madeOf(201)
  const events = observedEventsOf(rule.key, made)
  assert.equal(events.kind, 'replay')
  const observation = anObservation(rule, { kind: 'silent' }, [anEvent({})], { recipe, events })
  const again = eventsOf(observation, ruleOf)
  assert.deepEqual(
    again.map((event) => event.fields),
    made.map((event) => event.fields),
  )
})

test('a recipe that gives other events now is an error', () => {
  const events = observedEventsOf(rule.key, madeOf(201).made)
  const changed = anObservation(rule, { kind: 'silent' }, [anEvent({})], { recipe: madeOf(202).recipe, events })
  assert.throws(() => eventsOf(changed, ruleOf), ObservationError)
})

test('an event is stated throughout for a rule it was not solved for', () => {
  const made: MadeEvent = {
    ...eventOf({}),
    eventId: 3,
    solvedFor: ['a.yml'],
    stated: ['User'],
    derived: [],
    breaches: [],
    time: 0,
    alike: [],
    made: 0,
  }
  const stated = (key: string) => {
    const observed = observedEventsOf(key, [made])
    return observed.kind === 'whole' ? observed.events[0]?.stated : undefined
  }
  assert.deepEqual(stated('a.yml'), ['User'])
  assert.equal(stated('b.yml'), 'every')
})
