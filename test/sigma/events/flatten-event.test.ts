import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type Event,
  eventOf,
  type Fields,
  flattenEvent,
  type Json,
  type JsonObject,
  type Origin,
} from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'

const channel = 'Microsoft-Windows-Sysmon/Operational'

describe('spellings of one event', () => {
  const system: JsonObject = { EventID: 3, Channel: channel, Computer: 'host' }
  const plain: Fields = { ...system, Provider_Name: 'Microsoft-Windows-Sysmon', Image: 'C:\\a.exe', Initiated: true }
  const provider: JsonObject = { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } }
  const data: JsonObject = { Image: 'C:\\a.exe', Initiated: true }

  const spellings: Readonly<Record<string, Json>> = {
    flat: plain,
    'nested, attributes listed': { Event: { System: { ...system, Provider: provider }, EventData: data } },
    'nested, attributes marked': {
      Event: { System: { ...system, Provider: { '@Name': 'Microsoft-Windows-Sysmon' } }, EventData: data },
    },
    'without the outer key': { System: { ...system, Provider: provider }, EventData: data },
    'Data as a list of name and value': {
      Event: {
        System: { ...system, Provider: provider },
        EventData: {
          Data: [
            { '@Name': 'Image', '#text': 'C:\\a.exe' },
            { '#attributes': { Name: 'Initiated' }, '#text': true },
          ],
        },
      },
    },
    'attributes in an element beside theirs': {
      Event: { System: { ...system, Provider_attributes: { Name: 'Microsoft-Windows-Sysmon' } }, EventData: data },
    },
    "Velociraptor's": {
      System: { ...system, EventID: { Value: 3 }, Provider: { Name: 'Microsoft-Windows-Sysmon' } },
      EventData: data,
    },
    'Data as a map': { Event: { System: { ...system, Provider: provider }, EventData: { Data: data } } },
  }
  for (const [name, spelling] of Object.entries(spellings)) {
    test(name, () => assert.deepEqual(sorted(flattenEvent(spelling)), sorted(eventOf(plain))))
  }
})

describe('a nested event', () => {
  test('names attributes after their tag and drops blanks from names', () => {
    const event = flattenEvent({
      Event: {
        '#attributes': { xmlns: 'x' },
        System: {
          EventID: { '#attributes': { Qualifiers: 0 }, '#text': 4624 },
          Execution: { '#attributes': { ProcessID: 4, ThreadID: 8 } },
          TimeCreated: { '#attributes': { SystemTime: '2024-01-01T00:00:00Z' } },
        },
        EventData: { 'Source Name': 'a', Data: { '#text': ['one', 'two'] } },
      },
    })
    assert.deepEqual(event, {
      origin: { channel: null, provider: null, eventId: '4624' },
      fields: {
        EventID: 4624,
        EventID_Qualifiers: 0,
        Execution_ProcessID: 4,
        Execution_ThreadID: 8,
        TimeCreated_SystemTime: '2024-01-01T00:00:00Z',
        SourceName: 'a',
        Data: ['one', 'two'],
      },
    })
  })

  const attributes: readonly (readonly [what: string, system: JsonObject, fields: Fields])[] = [
    [
      'in elements of their own',
      {
        Provider: null,
        Provider_attributes: { Name: 'P', Guid: 'G' },
        EventID: 7,
        EventID_attributes: { Qualifiers: 16384 },
        TimeCreated_attributes: { SystemTime: 'T' },
      },
      {
        Provider: null,
        Provider_Name: 'P',
        Provider_Guid: 'G',
        EventID: 7,
        EventID_Qualifiers: 16384,
        TimeCreated_SystemTime: 'T',
      },
    ],
    [
      'as plain keys, with the text under Value',
      { Provider: { Name: 'P', Guid: 'G' }, EventID: { Value: 7 }, TimeCreated: { SystemTime: 12.5 } },
      { Provider_Name: 'P', Provider_Guid: 'G', EventID: 7, TimeCreated_SystemTime: 12.5 },
    ],
    ['as plain keys beside the text', { EventID: { Value: 7, Qualifiers: 5 } }, { EventID: 7, EventID_Qualifiers: 5 }],
  ]
  for (const [what, System, fields] of attributes) {
    test(`has its attributes ${what}`, () => {
      const event = flattenEvent({ Event: { System, EventData: {} } })
      assert.deepEqual(event.fields, fields)
      assert.deepEqual(event.origin, { channel: null, provider: fields.Provider_Name ?? null, eventId: '7' })
    })
  }

  test('takes UserData from below its one element, and EventData before System', () => {
    const UserData = { EventXML: { '#attributes': { xmlns: 'x' }, User: 'bob', 'Session ID': 2 } }
    assert.deepEqual(flattenEvent({ Event: { System: { EventID: 21 }, UserData } }).fields, {
      EventID: 21,
      User: 'bob',
      SessionID: 2,
    })
    assert.deepEqual(flattenEvent({ Event: { System: { EventID: 1, Level: 4 }, EventData: { Level: 'x' } } }).fields, {
      EventID: 1,
      Level: 'x',
    })
  })

  test('has EventData before UserData', () => {
    const UserData = { Told: { Level: 'user', A: 1 } }
    const event = flattenEvent({ System: { EventID: 1, Level: 4 }, UserData, EventData: { Level: 'data' } })
    assert.deepEqual(event.fields, { EventID: 1, Level: 'data', A: 1 })
  })
})

describe('where a nested event comes from', () => {
  const cleared: Origin = { channel: 'System', provider: 'Microsoft-Windows-Eventlog', eventId: '104' }
  const System = { Provider: { '#attributes': { Name: cleared.provider } }, EventID: 104, Channel: cleared.channel }

  for (const Channel of ['Application', 'Windows PowerShell', 'System', 'Contoso-Tools/Log', '']) {
    test(`is its System block's alone to say: a log cleared, ${JSON.stringify(Channel)}`, () => {
      const UserData = { LogFileCleared: { '#attributes': { xmlns: 'x' }, SubjectUserName: 'nina', Channel } }
      const { origin, fields } = flattenEvent({ Event: { System, UserData } })
      assert.deepEqual(origin, cleared)
      assert.deepEqual(fields, {
        Provider_Name: cleared.provider,
        EventID: 104,
        Channel,
        SubjectUserName: 'nina',
      })
    })
  }

  const own = { EventID: '99', Channel: 'x', Provider_Name: 'y', param1: 'z' }
  const data: Readonly<Record<string, JsonObject>> = {
    'EventData as a map': { EventData: own },
    'EventData as a list': {
      EventData: { Data: Object.entries(own).map(([Name, text]) => ({ '@Name': Name, '#text': text })) },
    },
    UserData: { UserData: { Told: own } },
  }
  for (const [what, block] of Object.entries(data)) {
    test(`is not changed by fields called like it: ${what}`, () => {
      const { origin, fields } = flattenEvent({ Event: { System: { ...System, EventID: 7036 }, ...block } })
      assert.deepEqual(origin, { ...cleared, eventId: '7036' })
      // By an event id no rule means anything else; the other names answer with the event's own.
      assert.deepEqual(fields, { EventID: 7036, Channel: 'x', Provider_Name: 'y', param1: 'z' })
    })
  }

  test('is not told by its data where System does not tell', () => {
    const { origin, fields } = flattenEvent({ System: { Channel: 'System' }, EventData: own })
    assert.deepEqual(origin, { channel: 'System', provider: null, eventId: null })
    assert.deepEqual(fields, { Channel: 'x', Provider_Name: 'y', param1: 'z' })
  })

  test('is as written, and nothing where it is empty or no text', () => {
    assert.deepEqual(flattenEvent({ EventID: '007', Channel: 'SECURITY', Provider_Name: '' }).origin, {
      channel: 'SECURITY',
      provider: null,
      eventId: '007',
    })
    assert.deepEqual(flattenEvent({ EventID: { a: 1 }, Channel: ['Security'] }).origin, {
      channel: null,
      provider: null,
      eventId: null,
    })
  })
})

describe('other events', () => {
  const others: readonly JsonObject[] = [
    { System: { cpu: 1 }, x: 2 },
    { Event: 'logon', a: { b: [1] } },
    { 'a.b': null },
    // What exporters wrap events in is for whoever reads files.
    { winlog: { channel, event_id: 3, event_data: { Image: 'C:\\a.exe' } } },
    { 'winlog.channel': channel, 'winlog.event_id': 3 },
  ]
  for (const json of others) {
    test(`${JSON.stringify(json)} stays as it is`, () =>
      assert.deepEqual(flattenEvent(json), { origin: { channel: null, provider: null, eventId: null }, fields: json }))
  }

  test('plain text is one value for keywords', () => {
    const { origin, fields } = flattenEvent('Failed password for root')
    assert.deepEqual(Object.values(fields), ['Failed password for root'])
    assert.deepEqual(Object.values(origin), [null, null, null])
  })

  test('names of flat fields have no blanks', () => {
    assert.deepEqual(flattenEvent({ 'Event ID': 3, 'Source Name': 'a' }), {
      origin: { channel: null, provider: null, eventId: '3' },
      fields: { EventID: 3, SourceName: 'a' },
    })
  })

  test('a process creation of the Security log has its own fields and no others', () => {
    const event = {
      Channel: 'Security',
      EventID: 4688,
      NewProcessName: 'C:\\a.exe',
      SubjectLogonId: '0x1',
      ProcessId: 4,
    }
    assert.deepEqual(flattenEvent(event).fields, event)
  })

  test('prototype keys are ordinary ones', () => {
    const json: Json = JSON.parse(
      '{"Event": {"System": {"EventID": 1, "__proto__": 5}, "EventData": {"constructor": "x", "__proto__": {"a": 1}}}}',
    )
    const { fields } = flattenEvent(json)
    assert.deepEqual(Object.keys(fields).toSorted(), ['EventID', '__proto__', 'constructor'])
    assert.equal(Object.getPrototypeOf(fields), Object.prototype)
  })

  test('flattening twice changes nothing for flat events', () => {
    const key = fc.oneof(fc.constantFrom('winlog.channel', 'winlog.event_data.A', 'EventID', 'Channel'), fc.string())
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(fc.string(), fc.integer()), { noNullPrototype: true }), (event) => {
        const once = flattenEvent(event)
        assert.deepEqual(flattenEvent(once.fields), once)
      }),
    )
  })
})

function sorted({ origin, fields }: Event): Event {
  return {
    origin,
    fields: Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  }
}
