/** A disk that was read past the file system. */
export const rawAccessRead = {
  log: 'Sysmon',
  id: 9,
  version: 2,
  name: 'raw access read',
  aliases: ['rawaccessread', 'rawaccessread detected', 'raw access thread'],
  feeds: { raw_access_thread: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    UtcTime: ['utc-time', '3.10'],
    ProcessGuid: ['guid', '3.10'],
    ProcessId: ['process-id', '3.10'],
    Image: ['path', '3.10'],
    Device: ['device', '3.10'],
    User: ['account', '4.80'],
  },
} as const
