/** A process that ended. */
export const processTermination = {
  log: 'Sysmon',
  id: 5,
  version: 3,
  name: 'process termination',
  aliases: ['process terminated'],
  feeds: { process_termination: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    UtcTime: ['utc-time', '2.0'],
    ProcessGuid: ['guid', '2.0'],
    ProcessId: ['process-id', '2.0'],
    Image: ['path', '2.0'],
    User: ['account', '4.80'],
  },
} as const
