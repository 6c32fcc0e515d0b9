import type { Json } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { eventDataOf } from './event-data.ts'
import { eventIn, flatEventIn } from './event-in.ts'
import { has, named, without } from './paths.ts'

/** A flat event of Splunk: the channel stands in its source. */
export const splunk: Envelope = {
  name: 'Splunk',
  open: (json) => {
    const told = [json.Channel, json.EventChannel, json.LogName, channelIn(json.source), channelIn(json.sourcetype)]
    const channels = told.filter((each) => typeof each === 'string' && each !== '')
    // Where events were forwarded through is not where they come from.
    const channel = channels.find((each) => each !== 'ForwardedEvents') ?? channels[0]
    if (!has(json, 'EventCode') || channel === undefined) return null
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

function channelIn(source: Json | undefined): string | null {
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
    const parsed = eventDataOf(data)
    return parsed === null
      ? {
          kind: 'foreign',
          what: 'EventData that is neither a map nor XML',
          instead: 'the event with its EventData whole',
        }
      : eventIn(system, parsed)
  },
}
