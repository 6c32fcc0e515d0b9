/** A file that was made or written over. */
export const fileCreation = {
  log: 'Sysmon',
  id: 11,
  version: 2,
  name: 'file creation',
  aliases: ['file create', 'file created', 'file event'],
  feeds: { file_event: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    UtcTime: ['utc-time', '3.2'],
    ProcessGuid: ['guid', '3.2'],
    ProcessId: ['process-id', '3.2'],
    Image: ['path', '3.2'],
    TargetFilename: ['path', '3.2'],
    CreationUtcTime: ['utc-time', '3.2'],
    User: ['account', '4.80'],
  },
} as const
