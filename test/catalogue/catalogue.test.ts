import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sourceEventsOf, sysmonEventNamed, sysmonEvents, windowsEvents } from '../../catalogue/index.ts'

describe('the Sysmon catalogue', () => {
  it('has every event of schema 4.90 once, by ascending id', () => {
    const ids = sysmonEvents.map((event) => event.id)
    assert.deepEqual(ids, [...Array.from({ length: 29 }, (_, index) => index + 1), 255])
  })

  it('has the fields of every event', () => {
    const counts = sysmonEvents.map((event) => event.fields.length)
    const expected = [23, 9, 18, 4, 6, 7, 16, 14, 7, 13, 8, 8, 9, 9, 10, 3, 8, 8, 8, 8, 7, 9, 10, 10, 7, 9, 8, 9, 8, 3]
    assert.deepEqual(counts, expected)
  })

  it('gives no two events one name', () => {
    const names = sysmonEvents.flatMap((event) => [event.name.toLowerCase(), ...event.aliases])
    assert.equal(new Set(names).size, names.length)
  })

  it('feeds each category with the events that name it', () => {
    for (const event of windowsEvents) {
      for (const category of event.categories) {
        const alternatives = sourceEventsOf({ category, product: 'windows', service: null }) ?? []
        const own = alternatives.filter(({ events }) => events.includes(event))
        assert.deepEqual(
          own.map(({ facts }) => facts.values),
          event.feeds[category],
          `${category} has event ${event.id}`,
        )
      }
    }
  })

  it('has no event twice', () => {
    assert.equal(new Set(windowsEvents.map(({ id }) => id)).size, windowsEvents.length)
  })

  it('names nothing for a category that is no field of the event', () => {
    for (const { id, fields, categoryNames, composed, feeds, lacks } of windowsEvents) {
      const own = fields.map(({ name }) => name)
      const told = Object.values(feeds).flatMap((alternatives) => alternatives.flatMap((each) => Object.keys(each)))
      const names = [...Object.values(categoryNames), ...composed.flatMap(({ of }) => of), ...told]
      for (const name of names) assert.ok(own.includes(name), `event ${id} has a field ${name}`)
      for (const name of lacks) assert.ok(!own.includes(name), `event ${id} has no field ${name}`)
    }
  })

  const names = [
    ['process creation', 1],
    ['Process Creation', 1],
    ['network connection', 3],
    ['image load', 7],
    ['Sysmon 3', 3],
    ['sysmon 255', 255],
    ['dns query', 22],
  ] as const
  for (const [name, id] of names) it(`knows ${name}`, () => assert.equal(sysmonEventNamed(name)?.id, id))

  it('does not know what is none', () => {
    assert.equal(sysmonEventNamed('Sysmon 99'), null)
    assert.equal(sysmonEventNamed('proces creation'), null)
    assert.equal(sysmonEventNamed('constructor'), null)
  })
})
