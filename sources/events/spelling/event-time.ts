import { fieldValue, isObject, type Json, type JsonObject } from '../../../sigma/index.ts'

/** Where logs keep the time of an event, the most exact first: Sysmon, Windows, Elastic, Splunk, Sentinel, clouds, Zeek. */
const timeFields = [
  'UtcTime',
  'TimeCreated_SystemTime',
  'TimeCreated',
  '@timestamp',
  'timestamp',
  '_time',
  'Timestamp',
  'EventTime',
  'TimeGenerated',
  'system_time',
  'eventTime',
  'time',
  'ts',
]

const shape = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*(Z|z|UTC|[+-]\d{2}:?\d{2})?$/

/** How PowerShell 5 writes a time to JSON. */
const milliseconds = /^\/Date\((-?\d{1,15})\)\/$/

/**
 * When a recorded event happened, in milliseconds since 1970; null where no field tells. A text without a zone is UTC; a
 * number is seconds, or milliseconds above 1e11.
 */
export function eventTime(fields: JsonObject): number | null {
  for (const field of timeFields) {
    const time = millisecondsOf(fieldValue(fields, field))
    if (time !== null) return time
  }
  return null
}

/** The time that a value tells; null where it tells none. */
export function millisecondsOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return Math.abs(value) > 1e11 ? value : value * 1000
  if (isObject(value)) return millisecondsOf(value.SystemTime)
  if (typeof value !== 'string') return null
  const sinceEpoch = milliseconds.exec(value)?.[1]
  if (sinceEpoch !== undefined) return Number(sinceEpoch)
  const found = shape.exec(value)
  if (found === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number)
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  return time + Number(`0.${found[7] ?? '0'}`) * 1000 - zoneOf(found[8])
}

function zoneOf(zone: string | undefined): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (found === null) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return (found[1] === '-' ? -minutes : minutes) * 60_000
}
