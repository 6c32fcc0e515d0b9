/** A filter of WMI. It names no process. */
export const wmiFilter = {
  log: 'Sysmon',
  id: 19,
  version: 3,
  name: 'WMI filter',
  aliases: ['wmi event filter', 'wmieventfilter', 'wmieventfilter activity detected'],
  feeds: { wmi_event: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['often', '3.4', 'WmiFilterEvent'],
    UtcTime: ['utc-time', '3.4'],
    Operation: ['often', '3.4', 'Created', 'Modified', 'Deleted'],
    User: ['account', '3.4'],
    EventNamespace: ['wmi-text', '3.4'],
    Name: ['wmi-text', '3.4'],
    Query: ['wmi-text', '3.4'],
  },
} as const
