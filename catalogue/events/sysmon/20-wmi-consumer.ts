/** A consumer of WMI. It names no process. */
export const wmiConsumer = {
  log: 'Sysmon',
  id: 20,
  version: 3,
  name: 'WMI consumer',
  aliases: ['wmi event consumer', 'wmieventconsumer', 'wmieventconsumer activity detected'],
  feeds: { wmi_event: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['often', '3.4', 'WmiConsumerEvent'],
    UtcTime: ['utc-time', '3.4'],
    Operation: ['often', '3.4', 'Created', 'Modified', 'Deleted'],
    User: ['account', '3.4'],
    Name: ['wmi-text', '3.4'],
    Type: ['often', '3.4', 'Command Line', 'Script'],
    Destination: ['wmi-text', '3.4'],
  },
} as const
