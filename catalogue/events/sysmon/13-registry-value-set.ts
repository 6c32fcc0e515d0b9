/** A registry value that was set. */
export const registryValueSet = {
  log: 'Sysmon',
  id: 13,
  version: 2,
  name: 'registry value set',
  aliases: ['registry set'],
  feeds: { registry_event: 'all', registry_set: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['one-of', '3.2', 'SetValue'],
    UtcTime: ['utc-time', '3.2'],
    ProcessGuid: ['guid', '3.2'],
    ProcessId: ['process-id', '3.2'],
    Image: ['path', '3.2'],
    TargetObject: ['registry-path', '3.2'],
    Details: ['registry-details', '3.2'],
    User: ['account', '4.80'],
  },
} as const
