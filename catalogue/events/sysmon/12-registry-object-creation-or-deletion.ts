/** A registry key that came or went, or a value that went. */
export const registryObjectCreationOrDeletion = {
  log: 'Sysmon',
  id: 12,
  version: 2,
  name: 'registry object creation or deletion',
  aliases: ['registry object added or deleted', 'registry add', 'registry delete'],
  feeds: {
    registry_event: 'all',
    registry_add: { EventType: ['CreateKey'] },
    registry_delete: { EventType: ['DeleteKey', 'DeleteValue'] },
  },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['one-of', '3.2', 'CreateKey', 'DeleteKey', 'DeleteValue'],
    UtcTime: ['utc-time', '3.2'],
    ProcessGuid: ['guid', '3.2'],
    ProcessId: ['process-id', '3.2'],
    Image: ['path', '3.2'],
    TargetObject: ['registry-path', '3.2'],
    User: ['account', '4.80'],
  },
} as const
