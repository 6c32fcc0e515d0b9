import { isObject, type Json } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { eventIn, flatEventIn } from './event-in.ts'
import { eventDataXml } from './event-xml.ts'
import { firstAt, has, named, without } from './paths.ts'

/** A flat event of Splunk: the channel stands in its source. */
export const splunk: Envelope = {
  name: 'Splunk',
  open: (json) => {
    const channel = firstAt(json, 'EventChannel', 'LogName') ?? channelOfSource(json.source)
    if (!has(json, 'EventCode') || typeof channel !== 'string') return null
    const system = {
      ...named(json, {
        EventID: 'EventCode',
        Provider_Name: ['ProviderName', 'SourceName', 'Provider_Name'],
        Computer: ['Computer', 'ComputerName'],
      }),
      Channel: channel,
    }
    const isClassic = typeof json.EventType === 'number' || /^\d+$/.test(String(json.EventType))
    return flatEventIn(system, without(json, ['EventCode', ...(isClassic ? ['EventType'] : [])]))
  },
}

function channelOfSource(source: Json | undefined): string | null {
  return typeof source === 'string' ? (/^(?:Xml)?WinEventLog:(.+)$/i.exec(source)?.[1] ?? null) : null
}

/** What tells a row of Sentinel's from any other with an id and the name of a log. */
const besideColumns = ['TimeGenerated', 'EventSourceName', 'SourceSystem', 'Provider', 'Source'] as const

/** Sentinel's tables of Windows events: the event's data as XML, as a map, or in columns of their own. */
export const sentinel: Envelope = {
  name: 'Sentinel',
  open: (json) => {
    const { EventData: data } = json
    if (!has(json, 'EventID') || !(has(json, 'EventLog') || has(json, 'Channel'))) return null
    const system = named(json, {
      EventID: 'EventID',
      Channel: ['EventLog', 'Channel'],
      Provider_Name: ['Source', 'EventSourceName', 'Provider'],
      Computer: 'Computer',
      TimeCreated_SystemTime: 'TimeGenerated',
    })
    if (data === undefined || data === null || data === '') {
      return has(json, 'EventLog') && besideColumns.some((name) => has(json, name)) ? flatEventIn(system, json) : null
    }
    const parsed = typeof data === 'string' ? eventDataXml(data) : isObject(data) ? data : null
    return parsed === null ? null : eventIn(system, parsed)
  },
}
