/** How messages call a log of which events are described. */
export type LogName = 'Sysmon' | 'System' | 'PowerShell' | 'Security'

/** Where events come from: a provider and the channel that it writes to. */
export interface EventLog {
  readonly name: LogName
  readonly provider: string
  /** The provider's id as evtx_dump prints it, without braces. */
  readonly providerGuid: string
  readonly channel: string
  /** A later product whose manifest has the same templates, and its channel; its events are not made. */
  readonly successor: { readonly title: string; readonly channel: string } | null
  /** What stands in the System block of most of its events. */
  readonly usual: { readonly level: number; readonly opcode: number; readonly keywords: string }
}

/**
 * The logs whose events are described, by how messages call them. `since` counts schema versions in Sysmon's events (those
 * of 4.90; 4.91 changed none), elsewhere the event's own versions, `.1` standing for what some builds of a version leave
 * out. That the fields of the first version are there is all that is known to hold *always* of other logs than Sysmon's: a
 * manifest's event has every field of its template.
 */
export const eventLogs: Readonly<Record<LogName, EventLog>> = {
  Sysmon: {
    name: 'Sysmon',
    provider: 'Microsoft-Windows-Sysmon',
    providerGuid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9',
    channel: 'Microsoft-Windows-Sysmon/Operational',
    successor: null,
    usual: { level: 4, opcode: 0, keywords: '0x8000000000000000' },
  },
  System: {
    name: 'System',
    provider: 'Microsoft-Windows-Eventlog',
    providerGuid: 'FC65DDD8-D6EF-4962-83D5-6E5CFE9CE148',
    channel: 'System',
    successor: null,
    usual: { level: 4, opcode: 0, keywords: '0x8000000000000000' },
  },
  PowerShell: {
    name: 'PowerShell',
    provider: 'Microsoft-Windows-PowerShell',
    providerGuid: 'A0C1853B-5C40-4B15-8766-3CF1C58F985A',
    channel: 'Microsoft-Windows-PowerShell/Operational',
    successor: { title: 'PowerShell 7', channel: 'PowerShellCore/Operational' },
    usual: { level: 4, opcode: 0, keywords: '0x0' },
  },
  Security: {
    name: 'Security',
    provider: 'Microsoft-Windows-Security-Auditing',
    providerGuid: '54849625-5478-4994-A5BA-3E3B0328C30D',
    channel: 'Security',
    successor: null,
    usual: { level: 0, opcode: 0, keywords: '0x8020000000000000' },
  },
}

/** The log of every Sysmon event. */
export const sysmonLog: EventLog = eventLogs.Sysmon
