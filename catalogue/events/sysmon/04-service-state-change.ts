/** Sysmon's own service that started or stopped. It names no rule and no process. */
export const serviceStateChange = {
  log: 'Sysmon',
  id: 4,
  version: 3,
  name: 'service state change',
  aliases: ['sysmon service state changed'],
  feeds: { sysmon_status: 'all' },
  fields: {
    UtcTime: ['utc-time', '3.10'],
    State: ['often', '2.0', 'Started', 'Stopped'],
    Version: ['text', '3.2'],
    SchemaVersion: ['text', '3.2'],
  },
} as const
