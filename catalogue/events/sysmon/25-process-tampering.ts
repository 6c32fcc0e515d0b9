/** A process whose image was tampered with. */
export const processTampering = {
  log: 'Sysmon',
  id: 25,
  version: 5,
  name: 'process tampering',
  aliases: [],
  feeds: { process_tampering: 'all' },
  fields: {
    RuleName: ['text', '4.50'],
    UtcTime: ['utc-time', '4.50'],
    ProcessGuid: ['guid', '4.50'],
    ProcessId: ['process-id', '4.50'],
    Image: ['path', '4.50'],
    Type: ['often', '4.50', 'Image is locked for access', 'Image is replaced'],
    User: ['account', '4.80'],
  },
} as const
