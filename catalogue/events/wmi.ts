import { account, often, text, time, wmiText } from '../describe-field.ts'
import type { SysmonField } from '../field.ts'
import { type SysmonEvent, sysmonEvent } from '../sysmon-event.ts'

function wmiFields(eventType: string, ...own: readonly SysmonField[]): readonly SysmonField[] {
  return [
    text('RuleName', '4.1'),
    often('EventType', '3.4', eventType),
    time('UtcTime', '3.4'),
    often('Operation', '3.4', 'Created', 'Modified', 'Deleted'),
    account('User', '3.4'),
    ...own,
  ]
}

/** Events about WMI subscriptions: 19 to 21. They name no process. Fields in their order, schema 4.90. */
export const wmiEvents: readonly SysmonEvent[] = [
  sysmonEvent({
    id: 19,
    version: 3,
    name: 'WMI filter',
    aliases: ['wmi event filter', 'wmieventfilter', 'wmieventfilter activity detected'],
    categories: ['wmi_event'],
    fields: wmiFields(
      'WmiFilterEvent',
      wmiText('EventNamespace', '3.4'),
      wmiText('Name', '3.4'),
      wmiText('Query', '3.4'),
    ),
  }),
  sysmonEvent({
    id: 20,
    version: 3,
    name: 'WMI consumer',
    aliases: ['wmi event consumer', 'wmieventconsumer', 'wmieventconsumer activity detected'],
    categories: ['wmi_event'],
    fields: wmiFields(
      'WmiConsumerEvent',
      wmiText('Name', '3.4'),
      often('Type', '3.4', 'Command Line', 'Script'),
      wmiText('Destination', '3.4'),
    ),
  }),
  sysmonEvent({
    id: 21,
    version: 3,
    name: 'WMI binding',
    aliases: ['wmi event binding', 'wmieventconsumertofilter', 'wmieventconsumertofilter activity detected'],
    categories: ['wmi_event'],
    fields: wmiFields('WmiBindingEvent', wmiText('Consumer', '3.4'), wmiText('Filter', '3.4')),
  }),
]
