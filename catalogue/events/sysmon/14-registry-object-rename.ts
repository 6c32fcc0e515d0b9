/** A registry key or value that was renamed. */
export const registryObjectRename = {
  log: 'Sysmon',
  id: 14,
  version: 2,
  name: 'registry object rename',
  aliases: ['registry object renamed', 'registry rename'],
  feeds: { registry_event: 'all', registry_rename: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['often', '3.2', 'RenameKey'],
    UtcTime: ['utc-time', '3.2'],
    ProcessGuid: ['guid', '3.2'],
    ProcessId: ['process-id', '3.2'],
    Image: ['path', '3.2'],
    TargetObject: ['registry-path', '3.2'],
    NewName: ['registry-path', '3.2'],
    User: ['account', '4.80'],
  },
} as const
