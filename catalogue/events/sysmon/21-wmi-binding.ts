/** A WMI filter that was tied to a consumer. It names no process. */
export const wmiBinding = {
  log: 'Sysmon',
  id: 21,
  version: 3,
  name: 'WMI binding',
  aliases: ['wmi event binding', 'wmieventconsumertofilter', 'wmieventconsumertofilter activity detected'],
  feeds: { wmi_event: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['often', '3.4', 'WmiBindingEvent'],
    UtcTime: ['utc-time', '3.4'],
    Operation: ['often', '3.4', 'Created', 'Modified', 'Deleted'],
    User: ['account', '3.4'],
    Consumer: ['wmi-text', '3.4'],
    Filter: ['wmi-text', '3.4'],
  },
} as const
