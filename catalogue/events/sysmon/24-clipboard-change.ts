/** A changed clipboard. */
export const clipboardChange = {
  log: 'Sysmon',
  id: 24,
  version: 5,
  name: 'clipboard change',
  aliases: ['clipboard changed', 'clipboard capture'],
  feeds: { clipboard_capture: 'all', clipboard_change: 'all' },
  fields: {
    RuleName: ['text', '4.40'],
    UtcTime: ['utc-time', '4.40'],
    ProcessGuid: ['guid', '4.40'],
    ProcessId: ['process-id', '4.40'],
    Image: ['path', '4.40'],
    Session: ['number', '4.40'],
    ClientInfo: ['text', '4.40'],
    Hashes: ['hashes', '4.40'],
    Archived: ['often', '4.40', 'true'],
    User: ['account', '4.80'],
  },
} as const
