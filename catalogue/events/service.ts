import { often, text, time } from '../describe-field.ts'
import { type SysmonEvent, sysmonEvent } from '../sysmon-event.ts'

/** Events about Sysmon itself: 4, 16 and 255. They have no rule name and no process. Fields in their order, schema 4.90. */
export const serviceEvents: readonly SysmonEvent[] = [
  sysmonEvent({
    id: 4,
    version: 3,
    name: 'service state change',
    aliases: ['sysmon service state changed'],
    categories: ['sysmon_status'],
    fields: [
      time('UtcTime', '3.10'),
      often('State', '2.0', 'Started', 'Stopped'),
      text('Version', '3.2'),
      text('SchemaVersion', '3.2'),
    ],
  }),
  sysmonEvent({
    id: 16,
    version: 3,
    name: 'configuration change',
    aliases: ['sysmon config state changed'],
    categories: ['sysmon_status'],
    fields: [time('UtcTime', '3.2'), text('Configuration', '3.2'), text('ConfigurationFileHash', '3.2')],
  }),
  {
    ...sysmonEvent({
      id: 255,
      version: 3,
      name: 'Sysmon error',
      aliases: ['error report', 'error'],
      categories: ['sysmon_error'],
      fields: [time('UtcTime', '3.10'), text('ID', '2.0'), text('Description', '2.0')],
    }),
    level: 2,
  },
]
