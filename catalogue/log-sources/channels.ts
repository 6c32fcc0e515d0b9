import { type EventLog, eventLogs } from '../event-log.ts'

export const defenderChannel = 'Microsoft-Windows-Windows Defender/Operational'

/** The channels or providers as which Sysmon for Linux writes. */
export const linuxSysmon: readonly string[] = ['Linux-Sysmon', 'Linux-Sysmon/Operational']

/** Providers whose channel is not named after them, and where they write. */
export const channelsOfProvider: Readonly<Record<string, readonly string[]>> = {
  [eventLogs.Security.provider]: ['Security'],
  [eventLogs.System.provider]: ['Security', 'System'],
  PowerShell: ['Windows PowerShell'],
  'Service Control Manager': ['System'],
}

/** The channels of a log whose events are described: its own, and that of its successor. */
export function channelsOf({ channel, successor }: EventLog): readonly string[] {
  return successor === null ? [channel] : [channel, successor.channel]
}
