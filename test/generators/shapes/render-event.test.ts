import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { windowsEventOf, windowsEvents } from '../../../catalogue/index.ts'
import { eventOfKind } from '../../../generators/kinds/event-in.ts'
import { fieldNamesOf } from '../../../generators/kinds/typed-value.ts'
import { renderEvent } from '../../../generators/shapes/render-event.ts'
import { type Event, eventOf, type Fields, flattenEvent, type Json } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { madeEvent, wholeEvent } from '../made-event.ts'

const scalar: fc.Arbitrary<Json> = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(''))

/** A made event with some fields taken away and others set to anything. */
function changedEvent(eventId: number): fc.Arbitrary<Event> {
  const event = windowsEventOf(eventId)
  const names = event === null ? [] : fieldNamesOf(event).filter((name) => name !== 'EventID')
  // Without an own field called like a part of its origin, rules read that part under the name: it is never absent.
  const canGo = names.filter((name) => !(name === 'Channel' && eventId === 104))
  return fc
    .record({
      seed: fc.string(),
      set: fc.dictionary(fc.constantFrom(...names), scalar),
      gone: fc.subarray(canGo, { maxLength: 3 }),
    })
    .map(({ seed, set, gone }) => {
      const entries = Object.entries({ ...madeEvent(eventId, {}, seed), ...set })
      return eventOfKind(event, Object.fromEntries(entries.filter(([name]) => !gone.includes(name))))
    })
}

describe('a rendered event', () => {
  for (const { id: eventId } of windowsEvents) {
    it(`flattens to the event it came from: event ${eventId}`, () => {
      fc.assert(
        fc.property(changedEvent(eventId), (event) => {
          assert.deepEqual(plain(flattenEvent(renderEvent(event, 'evtx'))), plain(event))
          assert.deepEqual(plain(flattenEvent(renderEvent(event, 'flat'))), plain(event))
        }),
      )
    })
  }

  it('has the tags of evtx_dump in the order of Windows', () => {
    const rendered = JSON.parse(JSON.stringify(renderEvent(wholeEvent(3), 'evtx')))
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

  const cleared = wholeEvent(104, { Channel: 'Windows PowerShell', SubjectUserName: 'jo', SubjectDomainName: 'EX' })

  it('has the log that tells in its System block and the one that was cleared under UserData', () => {
    const rendered = JSON.parse(JSON.stringify(renderEvent(cleared, 'evtx')))
    assert.deepEqual(Object.keys(rendered.Event), ['#attributes', 'System', 'UserData'])
    assert.equal(rendered.Event.System.Channel, 'System')
    assert.deepEqual(rendered.Event.UserData, {
      LogFileCleared: {
        '#attributes': { xmlns: 'http://manifests.microsoft.com/win/2004/08/windows/eventlog' },
        SubjectUserName: 'jo',
        SubjectDomainName: 'EX',
        Channel: 'Windows PowerShell',
        BackupPath: '',
      },
    })
  })

  it('is flat only where its fields tell where it comes from, else nested', () => {
    assert.deepEqual(renderEvent(cleared, 'flat'), renderEvent(cleared, 'evtx'))
    const told = wholeEvent(104, { Channel: 'System' })
    assert.deepEqual(renderEvent(told, 'flat'), told.fields)
    const audited = wholeEvent(4657)
    assert.deepEqual(renderEvent(audited, 'flat'), audited.fields)
  })

  const placed: readonly (readonly [what: string, origin: Event['origin'], fields: Fields])[] = [
    ['a log', { channel: 'System', provider: null, eventId: '7036' }, { EventID: 7036, Channel: 'x', param1: 'y' }],
    ['an id of no catalogue', wholeEvent(104).origin, { ...cleared.fields, EventID: 4_321 }],
    [
      'a provider',
      { channel: 'Application', provider: 'Contoso', eventId: '1' },
      { EventID: 1, Channel: 'Application', Provider_Name: 'Other' },
    ],
  ]
  for (const [what, told, fields] of placed) {
    it(`keeps apart ${what} and the field that is called like it, of any event`, () => {
      const event = { origin: { ...told, eventId: String(fields.EventID) }, fields }
      for (const shape of ['evtx', 'flat'] as const) {
        assert.deepEqual(plain(flattenEvent(renderEvent(event, shape))), plain(event))
      }
    })
  }

  const strange: readonly (readonly [what: string, fields: Fields])[] = [
    ['another system', { 'cs-method': 'GET', 'c-uri': '/a.7z' }],
    ['Windows, of which nothing tells that', { Image: 'C:\\a.exe' }],
    ['a name with a blank', { EventID: 1, 'Event Type': 'x' }],
    ['a name that stands for all data', { EventID: 1, Data: { x: 'a' } }],
  ]
  for (const [what, fields] of strange) {
    it(`stays flat where its envelope would not be read: ${what}`, () => {
      assert.deepEqual(renderEvent(eventOf(fields), 'evtx'), fields)
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
        const read = flattenEvent(renderEvent(eventOf(fields), 'evtx'))
        assert.deepEqual(plain(read), plain(flattenEvent(renderEvent(eventOf(fields), 'flat'))))
      }),
    )
  })
})

/** The event with prototypes of its own out of the way. */
function plain({ origin, fields }: Event): Event {
  return { origin: { ...origin }, fields: { ...fields } }
}
