import { text } from '../describe-field.ts'
import type { EventLog, WindowsEvent } from '../windows-event.ts'

/** What the service that keeps the logs writes to the System log. */
const eventLog: EventLog = {
  name: 'System',
  provider: 'Microsoft-Windows-Eventlog',
  providerGuid: 'FC65DDD8-D6EF-4962-83D5-6E5CFE9CE148',
  channel: 'System',
}

/** Events about logs. Fields and order are those of recorded events (97 of 104). */
export const eventlogEvents: readonly WindowsEvent[] = [
  {
    log: eventLog,
    id: 104,
    name: 'log cleared',
    aliases: ['event log cleared'],
    categories: [],
    level: 4,
    task: 104,
    opcode: 0,
    version: 0,
    earlierVersions: [],
    keywords: '0x8000000000000000',
    categoryNames: {},
    composed: [],
    userData: {
      element: 'LogFileCleared',
      namespace: 'http://manifests.microsoft.com/win/2004/08/windows/eventlog',
    },
    // Channel is the log that was cleared, not the one that says so.
    fields: [
      text('SubjectUserName', '0'),
      text('SubjectDomainName', '0'),
      text('Channel', '0'),
      text('BackupPath', '0'),
    ],
  },
]
