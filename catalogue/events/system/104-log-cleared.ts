/** A log that was cleared. Fields and order are those of 97 recorded events; Channel is that log, not the one that says so. */
export const logCleared = {
  log: 'System',
  id: 104,
  version: 0,
  name: 'log cleared',
  aliases: ['event log cleared'],
  feeds: {},
  userData: { element: 'LogFileCleared', namespace: 'http://manifests.microsoft.com/win/2004/08/windows/eventlog' },
  fields: {
    SubjectUserName: ['text', '0'],
    SubjectDomainName: ['text', '0'],
    Channel: ['text', '0'],
    BackupPath: ['text', '0'],
  },
} as const
