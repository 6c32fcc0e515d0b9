import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isDescribed, sysmonEventIdsOf, sysmonEventNamed, sysmonEvents } from '../../catalogue/index.ts'

describe('the Sysmon catalogue', () => {
  it('has every event of schema 4.90 once, by ascending id', () => {
    const ids = sysmonEvents.map((event) => event.id)
    assert.deepEqual(ids, [...Array.from({ length: 29 }, (_, index) => index + 1), 255])
  })

  it('has the fields of every event', () => {
    const counts = sysmonEvents.filter(isDescribed).map((event) => event.fields.length)
    const expected = [23, 9, 18, 4, 6, 7, 16, 14, 7, 13, 8, 8, 9, 9, 10, 3, 8, 8, 8, 8, 7, 9, 10, 10, 7, 9, 8, 9, 8, 3]
    assert.deepEqual(counts, expected)
  })

  it('gives no two events one name', () => {
    const names = sysmonEvents.flatMap((event) => [event.name.toLowerCase(), ...event.aliases])
    assert.equal(new Set(names).size, names.length)
  })

  it('names the categories that the log source gate knows', () => {
    for (const { id, categories } of sysmonEvents) {
      for (const category of categories) {
        const ids = sysmonEventIdsOf({ category, product: 'windows', service: null })
        assert.ok(ids.includes(id), `${category} has event ${id}`)
      }
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
    assert.equal(sysmonEventNamed('Sysmon 30'), null)
    assert.equal(sysmonEventNamed('proces creation'), null)
    assert.equal(sysmonEventNamed('constructor'), null)
  })
})
