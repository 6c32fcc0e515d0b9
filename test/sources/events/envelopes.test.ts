import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Fields, Json, Origin } from '../../../sigma/index.ts'
import { openEvents } from '../../../sources/index.ts'

const sysmon = 'Microsoft-Windows-Sysmon/Operational'
const provider = 'Microsoft-Windows-Sysmon'
const image = 'C:\\Windows\\System32\\net.exe'
const created: Origin = { channel: sysmon, provider, eventId: '1' }

/** The event that every spelling below tells, nested as Windows has it. */
const nested = {
  Event: {
    System: { Provider: { '#attributes': { Name: provider } }, EventID: 1, Channel: sysmon, Computer: 'h' },
    EventData: { Image: image, CommandLine: 'net user' },
  },
}

const xml = [
  '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>',
  `<Provider Name="${provider}"/><EventID>1</EventID><Channel>${sysmon}</Channel><Computer>h</Computer></System>`,
  `<EventData><Data Name="Image">${image}</Data><Data Name="CommandLine">net user</Data></EventData></Event>`,
].join('')

const winlog = {
  winlog: {
    channel: sysmon,
    event_id: '1',
    provider_name: provider,
    computer_name: 'h',
    event_data: { Image: image, CommandLine: 'net user' },
  },
}

const spellings: Readonly<Record<string, Json>> = {
  evtx_dump: nested,
  'evtx_dump with attributes apart': {
    Event: {
      System: { Provider_attributes: { Name: provider }, EventID: 1, Channel: sysmon, Computer: 'h' },
      EventData: { Image: image, CommandLine: 'net user' },
    },
  },
  xmltodict: {
    Event: {
      System: {
        Provider: { '@Name': provider },
        EventID: { '#text': '1', '@Qualifiers': '' },
        Channel: sysmon,
        Computer: 'h',
      },
      EventData: {
        Data: [
          { '@Name': 'Image', '#text': image },
          { '@Name': 'CommandLine', '#text': 'net user' },
        ],
      },
    },
  },
  'Velociraptor, OpenWEC': {
    System: { Provider: { Name: provider, Guid: '{x}' }, EventID: { Value: 1 }, Channel: sysmon, Computer: 'h' },
    EventData: { Image: image, CommandLine: 'net user' },
    Message: 'Process Create',
  },
  chainsaw: { group: 'Sigma', kind: 'individual', document: { kind: 'evtx', path: 'a.evtx', data: nested } },
  'Elasticsearch hit': { _index: 'a', _id: '1', _source: winlog },
  'Splunk export': { preview: false, offset: 0, result: { _raw: xml, sourcetype: 'XmlWinEventLog' } },
  'HTTP event collector': { time: 1, host: 'h', sourcetype: 'x', event: nested },
  'HTTP event collector with a text': { time: 1, event: JSON.stringify(nested) },
  'OTLP record': { timeUnixNano: '1', severityNumber: 9, body: { stringValue: JSON.stringify(nested) } },
  'OTLP record with a map': {
    timeUnixNano: '1',
    body: {
      kvlistValue: {
        values: [
          { key: 'channel', value: { stringValue: sysmon } },
          { key: 'computer', value: { stringValue: 'h' } },
          { key: 'event_id', value: { kvlistValue: { values: [{ key: 'id', value: { intValue: '1' } }] } } },
          { key: 'provider', value: { kvlistValue: { values: [{ key: 'name', value: { stringValue: provider } }] } } },
          {
            key: 'event_data',
            value: {
              kvlistValue: {
                values: [
                  { key: 'Image', value: { stringValue: image } },
                  { key: 'CommandLine', value: { stringValue: 'net user' } },
                ],
              },
            },
          },
        ],
      },
    },
  },
  'syslog with XML': { timestamp: '2024-05-01T10:00:00Z', message: xml },
  'event.original': { '@timestamp': 'x', event: { original: xml } },
  'a wrapper in a wrapper': { _index: 'a', _source: { message: JSON.stringify({ _raw: xml }) } },
  osquery: {
    name: 'windows_events',
    columns: {
      eventid: '1',
      source: sysmon,
      provider_name: provider,
      computer_name: 'h',
      data: JSON.stringify({ EventData: { Image: image, CommandLine: 'net user' } }),
    },
  },
  EvtxECmd: {
    EventId: 1,
    Channel: sysmon,
    Provider: provider,
    Computer: 'h',
    MapDescription: 'Process creation',
    Payload: JSON.stringify({
      EventData: {
        Data: [
          { '@Name': 'Image', '#text': image },
          { '@Name': 'CommandLine', '#text': 'net user' },
        ],
      },
    }),
  },
  winlogbeat: winlog,
  'winlogbeat with dots': {
    'winlog.channel': sysmon,
    'winlog.event_id': 1,
    'winlog.provider_name': provider,
    'winlog.computer_name': 'h',
    'winlog.event_data.Image': image,
    'winlog.event_data.CommandLine': 'net user',
  },
  'ECS with dots': {
    'winlog.channel': sysmon,
    'winlog.event_id': 1,
    'winlog.provider_name': provider,
    'winlog.computer_name': 'h',
    'process.executable': image,
    'process.command_line': 'net user',
  },
  Wazuh: {
    data: {
      win: {
        system: { channel: sysmon, eventID: '1', providerName: provider, computer: 'h' },
        eventdata: { image, commandLine: 'net user' },
      },
    },
  },
  'Wazuh with doubled backslashes': {
    win: {
      system: { channel: sysmon, eventID: '1', providerName: provider, computer: 'h' },
      eventdata: { image: image.replaceAll('\\', '\\\\'), commandLine: 'net user' },
    },
  },
  Splunk: {
    EventCode: '1',
    source: `WinEventLog:${sysmon}`,
    SourceName: provider,
    ComputerName: 'h',
    EventType: '4',
    Image: image,
    CommandLine: 'net user',
  },
  'fluent-bit': {
    ProviderName: provider,
    Channel: sysmon,
    EventID: 1,
    Computer: 'h',
    EventData: { Image: image, CommandLine: 'net user' },
  },
  Vector: {
    channel: sysmon,
    event_id: 1,
    provider_name: provider,
    computer: 'h',
    event_data: { Image: image, CommandLine: 'net user' },
  },
  nxlog: {
    SourceName: provider,
    EventID: 1,
    Channel: sysmon,
    EventType: 'INFO',
    Hostname: 'h',
    Image: image,
    CommandLine: 'net user',
  },
  'Sentinel, XML': {
    EventID: 1,
    EventLog: sysmon,
    Source: provider,
    Computer: 'h',
    EventData: `<DataItem type="System.XmlData"><EventData><Data Name="Image">${image}</Data><Data Name="CommandLine">net user</Data></EventData></DataItem>`,
  },
  'Sentinel, columns': {
    EventID: 1,
    EventLog: sysmon,
    Provider: provider,
    Computer: 'h',
    Image: image,
    CommandLine: 'net user',
  },
  'Sentinel, JSON text': {
    EventID: 1,
    EventLog: sysmon,
    Source: provider,
    Computer: 'h',
    EventData: JSON.stringify({ Image: image, CommandLine: 'net user' }),
  },
  'Splunk, forwarded': {
    EventCode: 1,
    source: 'XmlWinEventLog:ForwardedEvents',
    Channel: sysmon,
    SourceName: provider,
    Computer: 'h',
    Image: image,
    CommandLine: 'net user',
  },
  'XML with a prefix and a comment': {
    message: `<!-- x -->${xml.replaceAll(/<(\/?)(\w)/g, '<$1e:$2').replace('xmlns=', 'xmlns:e=')}`,
  },
  'flat, its id in an object': {
    Channel: [sysmon],
    EventID: { Value: 1 },
    ProviderName: provider,
    Computer: 'h',
    Image: image,
    CommandLine: 'net user',
  },
  'flat, its data in a map of another name': {
    Channel: sysmon,
    EventID: ' 1 ',
    Provider_Name: provider,
    Computer: 'h',
    eventdata: { Image: image, CommandLine: 'net user' },
  },
  'flat, in lower case': {
    channel: sysmon,
    event_id: 1,
    provider_name: provider,
    computer: 'h',
    Image: image,
    CommandLine: 'net user',
  },
}

function opened(json: Json): { readonly origin: Origin; readonly fields: Fields; readonly envelope: string | null } {
  const [event, ...more] = openEvents(json)
  assert.ok(event?.kind === 'event' && more.length === 0, JSON.stringify(event))
  return { ...event.event, envelope: event.envelope }
}

describe('an event, as it is spelt by', () => {
  for (const [name, json] of Object.entries(spellings)) {
    test(name, () => {
      const { origin, fields, envelope } = opened(json)
      assert.notEqual(envelope, null)
      assert.deepEqual(origin, created)
      const { Image, CommandLine, EventID, Channel, Provider_Name, Computer } = fields
      assert.deepEqual(
        { Image, CommandLine, EventID: Number(EventID), Channel, Provider_Name, Computer },
        { Image: image, CommandLine: 'net user', EventID: 1, Channel: sysmon, Provider_Name: provider, Computer: 'h' },
      )
    })
  }
})

describe('values without names', () => {
  const names = ['RuleName', 'UtcTime', 'ProcessGuid', 'ProcessId', 'Image', 'User']
  const values = ['-', '2024-05-01 10:00:00.123', '{x}', '4', image, 'CONTOSO\\anna']
  const shapes: Readonly<Record<string, (values: readonly Json[], id: number) => Json>> = {
    StringInserts: (StringInserts, EventID) => ({ ProviderName: provider, Channel: sysmon, EventID, StringInserts }),
    Properties: (list, Id) => ({
      ProviderName: provider,
      LogName: sysmon,
      Id,
      Properties: list.map((Value) => ({ Value })),
    }),
  }
  for (const [name, shape] of Object.entries(shapes)) {
    test(`${name} have those of the catalogue, where there are as many`, () => {
      const { fields } = opened(shape(values, 5))
      assert.deepEqual(
        names.map((each) => fields[each]),
        values,
      )
    })
    test(`${name} of an earlier schema are those it had`, () => {
      assert.equal(opened(shape(values.slice(0, 5), 5)).fields.Image, image)
    })
    test(`${name} of another number are not guessed`, () => {
      const [event] = openEvents(shape(values.slice(0, 3), 5))
      assert.equal(event?.kind, 'foreign')
    })
    test(`${name} of an event that nobody knows are not guessed`, () => {
      assert.equal(openEvents(shape(values, 9999))[0]?.kind, 'foreign')
    })
  }
})

describe('what is no event', () => {
  const foreign: Readonly<Record<string, Json>> = {
    "hayabusa's timeline": { Timestamp: 'x', RuleTitle: 'x', Channel: 'Sysmon', EventID: 1, Details: { Proc: image } },
    "Defender's table": { Timestamp: 'x', ActionType: 'ProcessCreated', InitiatingProcessFileName: 'cmd.exe' },
    'a table of a device': { ActionType: 'FileCreated', DeviceName: 'h', FolderPath: image },
    "EvtxECmd's timeline": { EventId: 1, Channel: sysmon, MapDescription: 'x', PayloadData1: image },
  }
  for (const [name, json] of Object.entries(foreign)) {
    test(`${name} is told as such`, () => {
      const [event] = openEvents(json)
      assert.ok(event?.kind === 'foreign')
      assert.notEqual(event.what, '')
      assert.notEqual(event.instead, '')
    })
  }
})

describe('the answer of a search', () => {
  const answers: Readonly<Record<string, Json>> = {
    Elasticsearch: {
      took: 3,
      timed_out: false,
      _shards: {},
      hits: {
        total: 2,
        hits: [
          { _index: 'a', _source: winlog },
          { _index: 'a', _source: winlog },
        ],
      },
    },
    events: { events: [nested, nested], nextToken: 'x' },
    Records: { Records: [nested, nested] },
    value: { '@odata.context': 'x', '@odata.nextLink': 'y', value: [nested, nested] },
    OTLP: {
      resourceLogs: [
        {
          scopeLogs: [
            {
              logRecords: [
                { timeUnixNano: '1', body: nested },
                { severityNumber: 9, body: nested },
              ],
            },
          ],
        },
      ],
    },
  }
  for (const [name, json] of Object.entries(answers)) {
    test(`${name} holds each of its members`, () => {
      const members = openEvents(json)
      assert.equal(members.length, 2)
      for (const member of members) assert.ok(member.kind === 'event' && member.event.origin.eventId === '1')
    })
  }
  test('an event with a list of that name is one event', () => {
    assert.equal(openEvents({ EventID: 1, Channel: sysmon, events: [1, 2] }).length, 1)
    assert.equal(openEvents({ user: 'anna', value: [1, 2] }).length, 1)
  })
})

describe('the data of an event under UserData', () => {
  const cleared = { SubjectUserName: 'bob', Channel: 'Security' }
  const log = { channel: 'System', provider: 'Microsoft-Windows-Eventlog', eventId: '104' }
  const told: Readonly<Record<string, Json>> = {
    EvtxECmd: {
      EventId: 104,
      Channel: 'System',
      Provider: log.provider,
      Payload: JSON.stringify({ UserData: { LogFileCleared: cleared } }),
    },
    osquery: {
      columns: {
        eventid: 104,
        source: 'System',
        provider_name: log.provider,
        data: JSON.stringify({ UserData: { LogFileCleared: cleared } }),
      },
    },
    Sentinel: {
      EventID: 104,
      EventLog: 'System',
      Source: log.provider,
      EventData:
        '<DataItem><UserData><LogFileCleared xmlns="x"><SubjectUserName>bob</SubjectUserName><Channel>Security</Channel></LogFileCleared></UserData></DataItem>',
    },
    Wazuh: {
      win: {
        system: { channel: 'System', eventID: '104', providerName: log.provider },
        logFileCleared: { subjectUserName: 'bob', channel: 'Security' },
      },
    },
    Velociraptor: {
      System: { Channel: 'System', EventID: { Value: 104 }, Provider: { Name: log.provider } },
      UserData: { LogFileCleared: cleared },
    },
  }
  for (const [name, json] of Object.entries(told)) {
    test(`${name} keeps apart what was cleared and where it is told`, () => {
      const { origin, fields } = opened(json)
      assert.deepEqual(origin, log)
      assert.deepEqual([fields.SubjectUserName, fields.Channel], ['bob', 'Security'])
    })
  }
  const unreadable: readonly Json[] = [
    { EventId: 1, Channel: sysmon, Payload: '{"EventData": {' },
    { columns: { eventid: 1, source: sysmon, provider_name: provider, data: 'x' } },
    { EventID: 1, EventLog: sysmon, EventData: '<EventData><Data' },
    {
      Id: 1,
      LogName: sysmon,
      ProviderName: provider,
      Properties: ['System.Diagnostics.Eventing.Reader.EventProperty'],
    },
    { Channel: sysmon, EventID: 1, StringInserts: ['a'] },
    { RuleTitle: 'x', Channel: 'Sysmon', EventID: 1, AllFieldInfo: { Proc: image } },
  ]
  for (const json of unreadable) {
    test(`${JSON.stringify(json).slice(0, 60)} is told, not judged without it`, () => {
      assert.equal(openEvents(json)[0]?.kind, 'foreign')
    })
  }
})

describe('ECS names of what Sysmon writes', () => {
  const ecs = (id: string, more: Readonly<Record<string, Json>>): Fields =>
    opened({ winlog: { channel: sysmon, event_id: id, provider_name: provider }, event: { module: 'sysmon' }, ...more })
      .fields
  const cases: readonly (readonly [
    id: string,
    document: Readonly<Record<string, Json>>,
    field: string,
    value: Json,
  ])[] = [
    ['3', { network: { direction: 'egress' } }, 'Initiated', 'true'],
    ['3', { network: { direction: 'ingress' } }, 'Initiated', 'false'],
    ['9', { file: { path: '\\Device\\HarddiskVolume1' } }, 'Device', '\\Device\\HarddiskVolume1'],
    ['11', { file: { path: 'C:\\a' } }, 'TargetFilename', 'C:\\a'],
    ['13', { registry: { path: 'HKLM\\a' } }, 'TargetObject', 'HKLM\\a'],
    ['22', { dns: { resolved_ip: ['1.2.3.4', '::1'] } }, 'QueryResults', '::ffff:1.2.3.4;::1;'],
    ['22', { sysmon: { dns: { status: 'SUCCESS' } } }, 'QueryStatus', '0'],
    ['26', { file: { hash: { md5: 'ab' } } }, 'Hashes', 'MD5=AB'],
    ['23', { process: { hash: { sha1: 'ab', sha256: 'cd' } } }, 'Hashes', 'SHA1=AB,SHA256=CD'],
  ]
  for (const [id, document, field, value] of cases) {
    test(`${field} of event ${id}`, () => assert.equal(ecs(id, document)[field], value))
  }
})

describe('whoever writes a value', () => {
  const other = { Event: { System: { EventID: 4624, Channel: 'Security' }, EventData: { Image: 'x' } } }
  const hosts: Readonly<Record<string, Json>> = {
    'a message': { Channel: sysmon, EventID: 1, message: JSON.stringify(other) },
    'a raw text': { EventCode: '1', source: `WinEventLog:${sysmon}`, _raw: JSON.stringify(other) },
    'a source': { ...winlog, _index: 'a', _source: other },
    'an event': { winlog: winlog.winlog, event: { original: JSON.stringify(other) } },
    'a message beside the event': { ...nested, message: JSON.stringify(other) },
    'a message beside Wazuh with dots': {
      'data.win.system.channel': sysmon,
      'data.win.system.eventID': '1',
      message: JSON.stringify(other),
    },
    'data of the event': {
      Event: { ...nested.Event, EventData: { message: JSON.stringify(other), Channel: 'Security', EventID: 4624 } },
    },
  }
  for (const [name, json] of Object.entries(hosts)) {
    test(`chooses no event by ${name} of one that names itself`, () => {
      const { origin } = opened(json)
      assert.deepEqual([origin.channel, origin.eventId], [sysmon, '1'])
    })
  }
  test('wraps no deeper than three', () => {
    const wrapped = (depth: number): Json => (depth === 0 ? nested : { _index: 'a', _source: wrapped(depth - 1) })
    assert.equal(opened(wrapped(3)).origin.eventId, '1')
    assert.equal(opened(wrapped(4)).origin.eventId, null)
  })
  test('keeps what stands beside an event that names nothing', () => {
    const { fields, envelope } = opened({ host: 'web1', message: JSON.stringify({ 'c-uri': '/x' }) })
    assert.deepEqual([fields.host, fields['c-uri'], envelope], ['web1', '/x', null])
  })
  test('declares no entities', () => {
    const bomb = `<!DOCTYPE Event [<!ENTITY a "aaaa">]>${xml.replace('net user', '&a;')}`
    assert.equal(opened({ message: bomb }).origin.eventId, null)
    assert.equal(opened({ message: `<Event>${'<a>'.repeat(1000)}` }).origin.eventId, null)
  })
})

describe('an event that no envelope explains', () => {
  test('stands as it is, spaces in its names left out', () => {
    assert.deepEqual(opened({ 'Severity ID': 5, action: 'block' }), {
      origin: { channel: null, provider: null, eventId: null },
      fields: { SeverityID: 5, action: 'block' },
      envelope: null,
    })
  })
  test('may tell one part of its origin', () => {
    assert.equal(opened({ EventID: 77, action: 'block' }).origin.eventId, '77')
  })
})

describe('the spelling that a project states', () => {
  const bus = {
    name: 'bus',
    marks: ['meta.chan', 'payload'],
    origin: { channel: 'meta.chan', eventId: 'meta.no', provider: null, computer: 'meta.host' },
    fields: 'payload',
    time: 'meta.at',
  }
  test('comes first', () => {
    const json = { meta: { chan: sysmon, no: 1, host: 'h', at: 1_700_000_000 }, payload: { Image: image } }
    const [event] = openEvents(json, { envelopes: [bus], mapping: {} })
    assert.ok(event?.kind === 'event')
    assert.deepEqual(event.event, {
      origin: { channel: sysmon, provider: null, eventId: '1' },
      fields: { EventID: 1, Channel: sysmon, Computer: 'h', Image: image },
    })
    assert.equal(event.time, 1_700_000_000_000)
    assert.equal(event.envelope, 'bus')
  })
  test('maps fields of rules to paths of events, where the event has not the field itself', () => {
    const mapping = { Image: 'process.path', CommandLine: 'process.args', EventID: 'code' }
    const [event] = openEvents(
      { process: { path: image, args: 'x' }, CommandLine: 'own', code: 1 },
      { envelopes: [], mapping },
    )
    assert.ok(event?.kind === 'event')
    assert.deepEqual([event.event.fields.Image, event.event.fields.CommandLine], [image, 'own'])
    assert.equal(event.event.origin.eventId, '1')
  })

  test('a mapping changes no part of an origin that it does not name', () => {
    const json = {
      Event: {
        System: { Provider: { '#attributes': { Name: 'Microsoft-Windows-Eventlog' } }, EventID: 104 },
        UserData: { LogFileCleared: { Channel: 'Application' } },
      },
    }
    const [event] = openEvents(json, { envelopes: [], mapping: { Foo: 'Event.System.EventID' } })
    assert.ok(event?.kind === 'event')
    assert.deepEqual([event.event.origin.channel, event.event.fields.Foo], [null, 104])
  })
})

describe('the time of an event', () => {
  const times: readonly (readonly [json: Json, time: number | null])[] = [
    [nested, null],
    [{ '@timestamp': '2024-05-01T10:00:00.2Z', ...winlog }, Date.UTC(2024, 4, 1, 10, 0, 0, 200)],
    [{ System: { EventID: 1, TimeCreated: { SystemTime: 1_714_557_600.2 } }, EventData: {} }, 1_714_557_600_200],
    [
      {
        Id: 5,
        LogName: sysmon,
        ProviderName: provider,
        TimeCreated: '/Date(1714557600200)/',
        Properties: ['-', '-', '-', 4, image],
      },
      1_714_557_600_200,
    ],
    [
      { _time: '2024-05-01T10:00:00.000+02:00', EventCode: 1, source: `WinEventLog:${sysmon}` },
      Date.UTC(2024, 4, 1, 8),
    ],
    [{ time: 1_714_557_600, event: nested }, 1_714_557_600_000],
    [
      { TimeCreated: '2024-05-01 10:00:00 +0000', ProviderName: provider, Channel: sysmon, EventID: 1, EventData: {} },
      Date.UTC(2024, 4, 1, 10),
    ],
  ]
  for (const [json, time] of times) {
    test(`${JSON.stringify(json).slice(0, 70)} is ${time}`, () => {
      const [event] = openEvents(json)
      assert.ok(event?.kind === 'event')
      assert.equal(event.time, time)
    })
  }
})
