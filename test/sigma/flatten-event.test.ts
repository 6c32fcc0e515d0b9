import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Fields, flattenEvent, type Json, type JsonObject } from '../../sigma/index.ts'
import { fc } from '../fast-check.ts'

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
    'Data as a map': { Event: { System: { ...system, Provider: provider }, EventData: { Data: data } } },
  }
  for (const [name, spelling] of Object.entries(spellings)) {
    test(name, () => assert.deepEqual(sorted(flattenEvent(spelling)), sorted(plain)))
  }

  const winlog: JsonObject = {
    channel,
    event_id: 3,
    computer_name: 'host',
    provider_name: 'Microsoft-Windows-Sysmon',
    event_data: data,
  }
  const winlogbeats: Readonly<Record<string, JsonObject>> = {
    'Winlogbeat, nested': { winlog },
    'Winlogbeat, dotted': {
      'winlog.channel': channel,
      'winlog.event_id': 3,
      'winlog.computer_name': 'host',
      'winlog.provider_name': 'Microsoft-Windows-Sysmon',
      'winlog.event_data.Image': 'C:\\a.exe',
      'winlog.event_data.Initiated': true,
    },
  }
  for (const [name, spelling] of Object.entries(winlogbeats)) {
    test(`${name}: the same beside what it says itself`, () => {
      const event = { ...spelling, 'source.ip': '10.0.0.1' }
      assert.deepEqual(sorted(flattenEvent(event)), sorted({ ...event, ...plain }))
    })
  }
})

describe('a nested event', () => {
  test('names attributes after their tag and drops blanks from names', () => {
    const flat = flattenEvent({
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
    assert.deepEqual(flat, {
      EventID: 4624,
      EventID_Qualifiers: 0,
      Execution_ProcessID: 4,
      Execution_ThreadID: 8,
      TimeCreated_SystemTime: '2024-01-01T00:00:00Z',
      SourceName: 'a',
      Data: ['one', 'two'],
    })
  })

  test('takes UserData from below its one element, and EventData before System', () => {
    const UserData = { EventXML: { '#attributes': { xmlns: 'x' }, User: 'bob', 'Session ID': 2 } }
    assert.deepEqual(flattenEvent({ Event: { System: { EventID: 21 }, UserData } }), {
      EventID: 21,
      User: 'bob',
      SessionID: 2,
    })
    assert.deepEqual(flattenEvent({ Event: { System: { EventID: 1, Level: 4 }, EventData: { Level: 'x' } } }), {
      EventID: 1,
      Level: 'x',
    })
  })
})

describe('other events', () => {
  for (const json of [{ System: { cpu: 1 }, x: 2 }, { Event: 'logon', a: { b: [1] } }, { 'a.b': null }] as const) {
    test(`${JSON.stringify(json)} stays as it is`, () => assert.deepEqual(flattenEvent(json), json))
  }

  test('plain text is one value for keywords', () => {
    assert.deepEqual(Object.values(flattenEvent('Failed password for root')), ['Failed password for root'])
  })

  test('a process creation of the Security log has the fields of its category too', () => {
    const event = {
      Channel: 'Security',
      EventID: 4688,
      NewProcessName: 'C:\\a.exe',
      SubjectLogonId: '0x1',
      ProcessId: 4,
    }
    assert.deepEqual(flattenEvent(event), { ...event, Image: 'C:\\a.exe', LogonId: '0x1' })
    assert.deepEqual(flattenEvent({ ...event, EventID: 4689 }), { ...event, EventID: 4689 })
    assert.equal(flattenEvent({ ...event, Image: 'own' }).Image, 'own')
  })

  test('prototype keys are ordinary ones', () => {
    const json: Json = JSON.parse(
      '{"Event": {"System": {"EventID": 1, "__proto__": 5}, "EventData": {"constructor": "x", "__proto__": {"a": 1}}}}',
    )
    const fields = flattenEvent(json)
    assert.deepEqual(Object.keys(fields).toSorted(), ['EventID', '__proto__', 'constructor'])
    assert.equal(Object.getPrototypeOf(fields), Object.prototype)
  })

  test('flattening twice changes nothing for flat events', () => {
    const key = fc.oneof(fc.constantFrom('winlog.channel', 'winlog.event_data.A', 'EventID', 'Channel'), fc.string())
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(fc.string(), fc.integer()), { noNullPrototype: true }), (event) => {
        const once = flattenEvent(event)
        assert.deepEqual(flattenEvent(once), once)
      }),
    )
  })
})

function sorted(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
