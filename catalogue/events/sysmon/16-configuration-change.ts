/** A changed configuration of Sysmon's. It names no rule and no process. */
export const configurationChange = {
  log: 'Sysmon',
  id: 16,
  version: 3,
  name: 'configuration change',
  aliases: ['sysmon config state changed'],
  feeds: { sysmon_status: 'all' },
  fields: {
    UtcTime: ['utc-time', '3.2'],
    Configuration: ['text', '3.2'],
    ConfigurationFileHash: ['text', '3.2'],
  },
} as const
