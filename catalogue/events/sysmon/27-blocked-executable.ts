/** An executable that was kept from being written: User stands before Image. */
export const blockedExecutable = {
  log: 'Sysmon',
  id: 27,
  version: 5,
  name: 'blocked executable',
  aliases: ['file block executable'],
  feeds: { file_block_executable: 'all' },
  fields: {
    RuleName: ['text', '4.82'],
    UtcTime: ['utc-time', '4.82'],
    ProcessGuid: ['guid', '4.82'],
    ProcessId: ['process-id', '4.82'],
    User: ['account', '4.82'],
    Image: ['path', '4.82'],
    TargetFilename: ['path', '4.82'],
    Hashes: ['hashes', '4.82'],
  },
} as const
