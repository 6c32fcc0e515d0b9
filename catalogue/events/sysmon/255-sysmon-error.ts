/** An error of Sysmon's. It names no rule and no process. */
export const sysmonError = {
  log: 'Sysmon',
  id: 255,
  version: 3,
  level: 2,
  name: 'Sysmon error',
  aliases: ['error report', 'error'],
  feeds: { sysmon_error: 'all' },
  fields: {
    UtcTime: ['utc-time', '3.10'],
    ID: ['text', '2.0'],
    Description: ['text', '2.0'],
  },
} as const
