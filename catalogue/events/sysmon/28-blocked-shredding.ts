/** A file that was kept from being shredded: User stands before Image. */
export const blockedShredding = {
  log: 'Sysmon',
  id: 28,
  version: 5,
  name: 'blocked shredding',
  aliases: ['file block shredding'],
  feeds: { file_block_shredding: 'all' },
  fields: {
    RuleName: ['text', '4.83'],
    UtcTime: ['utc-time', '4.83'],
    ProcessGuid: ['guid', '4.83'],
    ProcessId: ['process-id', '4.83'],
    User: ['account', '4.83'],
    Image: ['path', '4.83'],
    TargetFilename: ['path', '4.83'],
    Hashes: ['hashes', '4.83'],
    IsExecutable: ['boolean', '4.83'],
  },
} as const
