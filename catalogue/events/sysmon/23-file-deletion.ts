/** A file that was deleted, and kept: User stands before Image. */
export const fileDeletion = {
  log: 'Sysmon',
  id: 23,
  version: 5,
  name: 'file deletion',
  aliases: ['file delete', 'file delete archived'],
  feeds: { file_delete: 'all' },
  fields: {
    RuleName: ['text', '4.30'],
    UtcTime: ['utc-time', '4.30'],
    ProcessGuid: ['guid', '4.30'],
    ProcessId: ['process-id', '4.30'],
    User: ['account', '4.30'],
    Image: ['path', '4.30'],
    TargetFilename: ['path', '4.30'],
    Hashes: ['hashes', '4.30'],
    IsExecutable: ['boolean', '4.30'],
    Archived: ['often', '4.30', 'true'],
  },
} as const
