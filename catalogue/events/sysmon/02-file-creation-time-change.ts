/** A changed time of creation. */
export const fileCreationTimeChange = {
  log: 'Sysmon',
  id: 2,
  version: 5,
  earlierVersions: [4],
  name: 'file creation time change',
  aliases: ['file creation time changed', 'file change'],
  feeds: { file_change: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    UtcTime: ['utc-time', '2.0'],
    ProcessGuid: ['guid', '2.0'],
    ProcessId: ['process-id', '2.0'],
    Image: ['path', '2.0'],
    TargetFilename: ['path', '2.0'],
    CreationUtcTime: ['utc-time', '2.0'],
    PreviousCreationUtcTime: ['utc-time', '2.0'],
    User: ['account', '4.80'],
  },
} as const
