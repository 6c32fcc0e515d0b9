/** What an event of a log source carries, and what it never has. An empty list, or a field that is not named, asks for nothing. */
export interface EventFacts {
  readonly channels: readonly string[]
  readonly eventIds: readonly number[]
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly lacks: readonly string[]
}

export const sysmonChannel = 'Microsoft-Windows-Sysmon/Operational'

export const powershellChannels: readonly string[] = [
  'Microsoft-Windows-PowerShell/Operational',
  'PowerShellCore/Operational',
]

export const defenderChannel = 'Microsoft-Windows-Windows Defender/Operational'

/** The facts of events with one of these ids on these channels. */
export function eventsOn(
  channels: readonly string[],
  eventIds: readonly number[],
  values: EventFacts['values'] = {},
  lacks: EventFacts['lacks'] = [],
): EventFacts {
  return { channels, eventIds, values, lacks }
}
