/** An executable that was written: User stands before Image. */
export const executableDetection = {
  log: 'Sysmon',
  id: 29,
  version: 5,
  name: 'executable detection',
  aliases: ['file executable detected'],
  feeds: { file_executable_detected: 'all' },
  fields: {
    RuleName: ['text', '4.90'],
    UtcTime: ['utc-time', '4.90'],
    ProcessGuid: ['guid', '4.90'],
    ProcessId: ['process-id', '4.90'],
    User: ['account', '4.90'],
    Image: ['path', '4.90'],
    TargetFilename: ['path', '4.90'],
    Hashes: ['hashes', '4.90'],
  },
} as const
