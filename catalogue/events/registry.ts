import {
  account,
  guid,
  often,
  oneOf,
  path,
  processId,
  registryDetails,
  registryPath,
  text,
  time,
} from '../describe-field.ts'
import type { SysmonField } from '../field.ts'
import { type SysmonEvent, sysmonEvent } from '../sysmon-event.ts'

/** The fields of a registry event: those of its own stand between TargetObject and User. */
function registryFields(eventType: SysmonField, ...own: readonly SysmonField[]): readonly SysmonField[] {
  return [
    text('RuleName', '4.1'),
    eventType,
    time('UtcTime', '3.2'),
    guid('ProcessGuid', '3.2'),
    processId('ProcessId', '3.2'),
    path('Image', '3.2'),
    registryPath('TargetObject', '3.2'),
    ...own,
    account('User', '4.80'),
  ]
}

/** Events about the registry: 12 to 14. Fields in their order, schema 4.90. */
export const registryEvents: readonly SysmonEvent[] = [
  sysmonEvent({
    id: 12,
    version: 2,
    name: 'registry object creation or deletion',
    aliases: ['registry object added or deleted', 'registry add', 'registry delete'],
    categories: ['registry_event', 'registry_add', 'registry_delete'],
    fields: registryFields(oneOf('EventType', '3.2', 'CreateKey', 'DeleteKey', 'DeleteValue')),
  }),
  sysmonEvent({
    id: 13,
    version: 2,
    name: 'registry value set',
    aliases: ['registry set'],
    categories: ['registry_event', 'registry_set'],
    fields: registryFields(oneOf('EventType', '3.2', 'SetValue'), registryDetails('Details', '3.2')),
  }),
  sysmonEvent({
    id: 14,
    version: 2,
    name: 'registry object rename',
    aliases: ['registry object renamed', 'registry rename'],
    categories: ['registry_event', 'registry_rename'],
    fields: registryFields(often('EventType', '3.2', 'RenameKey'), registryPath('NewName', '3.2')),
  }),
]
