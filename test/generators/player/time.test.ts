import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { playRecipe } from '../../../generators/player/play-recipe.ts'
import type { Alike, MadeEvent, Played, RecipeStep } from '../../../generators/recipe.ts'
import type { Rule } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { ruleWith } from '../rules.ts'

const started = ruleWith(
  "  selection:\n    Image|endswith: '\\cmd.exe'\n  condition: selection",
  'process_creation',
  'Started',
)
const timed = ruleWith(
  "  selection:\n    UtcTime|startswith: '2024-'\n  condition: selection",
  'process_creation',
  'Timed',
)
const people = ruleWith(
  "  selection:\n    User: ['CONTOSO\\anna', 'CONTOSO\\ben', 'CONTOSO\\cara']\n  condition: selection",
  'process_creation',
  'People',
)
const rules = new Map([started, timed, people].map((rule) => [rule.key, rule]))

function play(...steps: readonly RecipeStep[]): Played {
  return playRecipe({ seed: 'test', steps }, (key): Rule => {
    const rule = rules.get(key)
    if (rule === undefined) throw new Error(`no rule ${key}`)
    return rule
  })
}

function matching(rule: Rule, count: number, more: { within?: number; alike?: readonly Alike[] } = {}): RecipeStep {
  return {
    kind: 'solved',
    rules: [rule.key],
    goal: { kind: 'fires' },
    count,
    chance: `${rule.title} ${count}`,
    ...more,
  }
}

function offsets(events: readonly MadeEvent[]): readonly number[] {
  return events.map(({ time }) => time - (events[0]?.time ?? 0))
}

/** Milliseconds since 1970 that a field tells. */
function told(event: MadeEvent | undefined, field: string): number {
  return Date.parse(`${String(event?.fields[field]).slice(0, 23).replace(' ', 'T')}Z`)
}

const user: readonly Alike[] = [{ group: 'User', field: 'User' }]

describe('the clock', () => {
  it('spreads events evenly from now to exactly the end, and stands there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 86_400_000 }), (count, within) => {
        const { events, time } = play(matching(started, count, { within }))
        const found = offsets(events)
        assert.deepEqual([found[0], found.at(-1), time], [0, within, events.at(-1)?.time])
        const gaps = found.slice(1).map((each, index) => each - (found[index] ?? 0))
        assert.ok(Math.max(...gaps) - Math.min(...gaps) <= 1)
      }),
      { numRuns: 8 },
    )
  })

  it('moves on between steps, so that the next one adds; without that it replaces', () => {
    const pass: RecipeStep = { kind: 'pass', duration: 1_000 }
    const { events } = play(matching(started, 2, { within: 60_000 }), pass, pass, matching(people, 1))
    assert.deepEqual(offsets(events), [0, 60_000, 62_000])
    const replaced = play(matching(started, 2, { within: 60_000 }), pass, matching(people, 1), matching(started, 1))
    assert.deepEqual(offsets(replaced.events), [0, 60_000, 61_000])
    assert.deepEqual(
      replaced.events.map(({ solvedFor }) => solvedFor[0]),
      [started, started, started].map(({ key }) => key),
    )
  })

  it('starts anew for what replaces everything', () => {
    const alone = play(matching(started, 1)).events
    assert.deepEqual(play(matching(started, 2, { within: 60_000 }), matching(started, 1)).events, alone)
  })

  it('cannot pass before anything has happened', () => {
    assert.throws(() => play({ kind: 'pass', duration: 1 }), {
      name: 'RecipeError',
      message: /^nothing has happened yet/,
    })
  })

  it('leaves the events of other steps to themselves when one is changed', () => {
    const { events } = play(matching(started, 2), { kind: 'pass', duration: 0 }, matching(started, 1), {
      kind: 'set',
      field: 'User',
      values: ['CONTOSO\\x', 'CONTOSO\\y'],
    })
    assert.equal(events.length, 4)
    assert.deepEqual(
      events.slice(2).map(({ fields }) => fields.User),
      ['CONTOSO\\x', 'CONTOSO\\y'],
    )
  })
})

describe('an event at its time', () => {
  const later = play(matching(started, 2, { within: 3_600_000 })).events[1]
  const [first] = play(matching(started, 2, { within: 3_600_000 })).events

  it('tells it in every field that tells a time, and in the GUID of its process', () => {
    for (const field of ['UtcTime', 'TimeCreated_SystemTime']) {
      const gap = told(later, field) - told(first, field)
      assert.ok(Math.abs(gap - 3_600_000) < 100, `${field}: ${gap}`)
    }
    assert.equal(told(later, 'UtcTime'), later?.time)
    assert.deepEqual(later?.breaches, [])
    assert.notEqual(later?.fields.ProcessGuid, first?.fields.ProcessGuid)
  })

  it('keeps the times that its rule asks for, or its scenario states', () => {
    const [, solved] = play(matching(timed, 2, { within: 1_000 })).events
    assert.match(String(solved?.fields.UtcTime), /^2024-/)
    const row = { UtcTime: '2024-05-01 10:00:00.000' }
    const stated = play({ kind: 'composed', eventId: 1, rows: [{}, row], offsets: [0, 5_000], chance: 'c' }).events[1]
    assert.equal(stated?.fields.UtcTime, row.UtcTime)
    assert.deepEqual(stated?.breaches, [])
  })
})

describe('fields by which events are grouped', () => {
  const users = (played: Played) => played.events.map(({ fields }) => fields.User)

  it('are alike in all events of a step, and in those of later ones', () => {
    const loose = users(play(matching(started, 8)))
    assert.ok(new Set(loose).size > 1)
    const pass: RecipeStep = { kind: 'pass', duration: 1_000 }
    const alike = play(matching(started, 8, { alike: user }), pass, matching(people, 3, { alike: user }))
    assert.equal(new Set(users(alike).slice(0, 8)).size, 1)
    const composed = play(
      {
        kind: 'composed',
        eventId: 1,
        rows: [{ User: 'CONTOSO\\anna' }, {}, { User: 'CONTOSO\\xenia' }, {}],
        chance: 'c',
        alike: user,
      },
      pass,
      matching(people, 2, { alike: user }),
    )
    assert.deepEqual(users(composed), [
      'CONTOSO\\anna',
      'CONTOSO\\anna',
      'CONTOSO\\xenia',
      'CONTOSO\\anna',
      'CONTOSO\\anna',
      'CONTOSO\\anna',
    ])
    assert.deepEqual(composed.warnings, [])
    for (const { breaches } of [...alike.events, ...composed.events]) assert.deepEqual(breaches, [])
  })

  it('follow what the scenario sets in the first event, and are not stated by that', () => {
    const { events } = play(
      matching(started, 1, { alike: user }),
      { kind: 'set', field: 'User', values: ['CONTOSO\\dora'] },
      { kind: 'pass', duration: 1 },
      matching(started, 1, { alike: user }),
    )
    assert.deepEqual(
      events.map(({ fields, stated }) => [fields.User, stated.includes('User')]),
      [
        ['CONTOSO\\dora', true],
        ['CONTOSO\\dora', false],
      ],
    )
  })

  it('keep what a rule asks for, with a note', () => {
    const { events, warnings } = play(
      { kind: 'composed', eventId: 1, rows: [{ User: 'CONTOSO\\eve' }], chance: 'c', alike: user },
      { kind: 'pass', duration: 1 },
      matching(people, 1, { alike: user }),
    )
    assert.notEqual(events[1]?.fields.User, 'CONTOSO\\eve')
    assert.deepEqual(warnings, ['User is not alike in all events: what they were made for asks for other values'])
  })

  it('let equal events repeat where a correlation counts them', () => {
    const { length } = play(matching(timed, 5, { alike: [] })).events
    assert.equal(length, 5)
  })
})
