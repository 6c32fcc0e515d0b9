import { isObject, type Json, type JsonObject } from '../../../sigma/index.ts'

/** The blocks of an event as evtx_dump prints it. */
interface Blocks {
  readonly system: JsonObject
  readonly data: JsonObject
}

/** How an exporter writes an event of evtx_dump's. */
type Respelling = (blocks: Blocks) => JsonObject

function objectIn(json: JsonObject, key: string): JsonObject {
  const value = json[key]
  return isObject(value) ? value : {}
}

function attributes(system: JsonObject, tag: string): JsonObject {
  return objectIn(objectIn(system, tag), '#attributes')
}

/** EventData, else what the one element below UserData holds. */
export function blocksOf(json: JsonObject): Blocks {
  const event = objectIn(json, 'Event')
  const data = objectIn(event, 'EventData')
  const [userData] = Object.values(objectIn(event, 'UserData'))
  const own = Object.keys(data).length > 0 ? data : isObject(userData ?? null) && isObject(userData) ? userData : {}
  const { '#attributes': _, ...fields } = own
  return { system: objectIn(event, 'System'), data: fields }
}

function idOf({ EventID: id = null }: JsonObject): Json {
  return isObject(id) ? (id['#text'] ?? null) : id
}

/** A collector that knows no types. */
function texts(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, textOf(value)]))
}

function textOf(value: Json): Json {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

const winlogbeat: Respelling = ({ system, data }) => ({
  '@timestamp': attributes(system, 'TimeCreated').SystemTime ?? null,
  agent: { type: 'winlogbeat' },
  winlog: {
    channel: system.Channel ?? null,
    event_id: String(idOf(system)),
    provider_name: attributes(system, 'Provider').Name ?? null,
    computer_name: system.Computer ?? null,
    event_data: texts(data),
  },
})

/** Spellings of one event that mean the same, by who writes them so. */
export const respellings: Readonly<Record<string, Respelling>> = {
  Velociraptor: ({ system, data }) => ({
    System: {
      Provider: attributes(system, 'Provider'),
      EventID: { Value: idOf(system) },
      Level: system.Level ?? null,
      Channel: system.Channel ?? null,
      Computer: system.Computer ?? null,
      EventRecordID: system.EventRecordID ?? null,
      TimeCreated: { SystemTime: 1_714_557_600.2 },
      Execution: attributes(system, 'Execution'),
      Security: attributes(system, 'Security'),
    },
    EventData: data,
    Message: 'as its reader renders it',
  }),
  Splunk: ({ system, data }) => ({
    _time: '2024-05-01T10:00:00.000+00:00',
    host: 'collector',
    EventCode: String(idOf(system)),
    source: `XmlWinEventLog:${String(system.Channel)}`,
    sourcetype: 'XmlWinEventLog',
    SourceName: attributes(system, 'Provider').Name ?? null,
    Computer: system.Computer ?? null,
    ...texts(data),
  }),
  Wazuh: ({ system, data }) => ({
    timestamp: '2024-05-01T10:00:01+0000',
    rule: { id: '92000' },
    data: {
      win: {
        system: {
          providerName: attributes(system, 'Provider').Name ?? null,
          eventID: String(idOf(system)),
          channel: system.Channel ?? null,
          computer: system.Computer ?? null,
        },
        eventdata: Object.fromEntries(Object.entries(texts(data)).map(([name, value]) => [lowerFirst(name), value])),
      },
    },
  }),
  'fluent-bit': ({ system, data }) => ({
    ProviderName: attributes(system, 'Provider').Name ?? null,
    EventID: idOf(system),
    Channel: system.Channel ?? null,
    Computer: system.Computer ?? null,
    TimeCreated: '2024-05-01 10:00:00 +0000',
    EventData: data,
  }),
  OpenTelemetry: ({ system, data }) => ({
    channel: system.Channel ?? null,
    computer: system.Computer ?? null,
    event_id: { id: idOf(system), qualifiers: 0 },
    provider: { name: attributes(system, 'Provider').Name ?? null },
    event_data: { data: Object.entries(texts(data)).map(([name, value]) => ({ [name]: value })) },
  }),
  'a search hit': (blocks) => ({ _index: 'winlogbeat-8', _id: 'x', _source: winlogbeat(blocks) }),
}
