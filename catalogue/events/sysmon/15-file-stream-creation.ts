/** An alternate stream of a file. */
export const fileStreamCreation = {
  log: 'Sysmon',
  id: 15,
  version: 2,
  name: 'file stream creation',
  aliases: ['file stream created', 'create stream hash'],
  feeds: { create_stream_hash: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    UtcTime: ['utc-time', '3.2'],
    ProcessGuid: ['guid', '3.2'],
    ProcessId: ['process-id', '3.2'],
    Image: ['path', '3.2'],
    TargetFilename: ['path', '3.2'],
    CreationUtcTime: ['utc-time', '3.2'],
    Hash: ['hashes', '3.2'],
    Contents: ['text', '4.31'],
    User: ['account', '4.80'],
  },
} as const
