/** A file that was deleted: User stands before Image. */
export const loggedFileDeletion = {
  log: 'Sysmon',
  id: 26,
  version: 5,
  name: 'logged file deletion',
  aliases: ['file delete logged', 'file delete detected'],
  feeds: { file_delete_detected: 'all' },
  fields: {
    RuleName: ['text', '4.60'],
    UtcTime: ['utc-time', '4.60'],
    ProcessGuid: ['guid', '4.60'],
    ProcessId: ['process-id', '4.60'],
    User: ['account', '4.60'],
    Image: ['path', '4.60'],
    TargetFilename: ['path', '4.60'],
    Hashes: ['hashes', '4.60'],
    IsExecutable: ['boolean', '4.60'],
  },
} as const
