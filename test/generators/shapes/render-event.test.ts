import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { windowsEventOf, windowsEvents } from '../../../catalogue/index.ts'
import { renderEvent } from '../../../generators/shapes/render-event.ts'
import { fieldNamesOf } from '../../../generators/sysmon/typed-value.ts'
import { type Fields, flattenEvent, type Json } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { madeEvent } from '../made-event.ts'

const scalar: fc.Arbitrary<Json> = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(''))

/** A made event with some fields taken away and others set to anything. */
function changedEvent(eventId: number): fc.Arbitrary<Fields> {
  const event = windowsEventOf(eventId)
  // Flattening adds what a category calls a field, for an event that it knows by its origin.
  const tied = Object.entries(event?.categoryNames ?? {}).flat()
  const origin = tied.length === 0 ? ['EventID'] : ['EventID', 'Channel', 'Provider_Name']
  const names = event === null ? [] : fieldNamesOf(event).filter((name) => ![...tied, ...origin].includes(name))
  return fc
    .record({
      seed: fc.string(),
      set: fc.dictionary(fc.constantFrom(...names), scalar),
      gone: fc.subarray([...names], { maxLength: 3 }),
    })
    .map(({ seed, set, gone }) => {
      const entries = Object.entries({ ...madeEvent(eventId, {}, seed), ...set })
      return Object.fromEntries(entries.filter(([name]) => !gone.includes(name)))
    })
}

describe('a rendered event', () => {
  for (const { id: eventId } of windowsEvents) {
    it(`flattens to the fields it came from: event ${eventId}`, () => {
      fc.assert(
        fc.property(changedEvent(eventId), (fields) => {
          assert.deepEqual({ ...flattenEvent(renderEvent(fields, 'evtx')) }, { ...fields })
          assert.deepEqual({ ...flattenEvent(renderEvent(fields, 'flat')) }, { ...fields })
        }),
      )
    })
  }

  it('has the tags of evtx_dump in the order of Windows', () => {
    const rendered = JSON.parse(JSON.stringify(renderEvent(madeEvent(3), 'evtx')))
    assert.deepEqual(Object.keys(rendered.Event), ['#attributes', 'System', 'EventData'])
    assert.deepEqual(Object.keys(rendered.Event.System), [
      'Provider',
      'EventID',
      'Version',
      'Level',
      'Task',
      'Opcode',
      'Keywords',
      'TimeCreated',
      'EventRecordID',
      'Correlation',
      'Execution',
      'Channel',
      'Computer',
      'Security',
    ])
    assert.deepEqual(rendered.Event.System.Provider, {
      '#attributes': { Name: 'Microsoft-Windows-Sysmon', Guid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9' },
    })
    assert.equal(rendered.Event.System.Correlation, null)
    assert.equal(rendered.Event.EventData.Initiated, true)
  })

  const strange: readonly (readonly [what: string, fields: Fields])[] = [
    ['another system', { 'cs-method': 'GET', 'c-uri': '/a.7z' }],
    ['Windows, of which nothing tells that', { Image: 'C:\\a.exe' }],
    ['a name with a blank', { EventID: 1, 'Event Type': 'x' }],
    ['a name that stands for all data', { EventID: 1, Data: { x: 'a' } }],
  ]
  for (const [what, fields] of strange) {
    it(`stays flat where its envelope would not be read: ${what}`, () => {
      assert.deepEqual(renderEvent(fields, 'evtx'), fields)
    })
  }

  it('reads the same in both shapes of JSON, whatever its fields are called', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('EventID', 'Channel', 'Event', 'System', 'EventData', 'Data', 'a b', 'winlog.channel', '#text'),
    )
    const value = fc.oneof(scalar, fc.array(scalar), fc.dictionary(fc.constantFrom('#text', 'Name', 'x'), scalar))
    fc.assert(
      fc.property(fc.dictionary(name, value), (fields) => {
        const read = flattenEvent(renderEvent(fields, 'evtx'))
        assert.deepEqual({ ...read }, { ...flattenEvent(renderEvent(fields, 'flat')) })
      }),
    )
  })
})
