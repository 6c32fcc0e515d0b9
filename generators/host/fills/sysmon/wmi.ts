import { type FieldOf, namedValues } from '../../../../catalogue/index.ts'
import type { Filled, Occasion } from '../fill.ts'
import { eventTime, spelledTime } from '../system-block.ts'

/** A text as Sysmon quotes what WMI says: a blank, then quotes around it with backslashes and quotes escaped. */
function quoted(text: string): string {
  return ` "${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const queries = [
  "SELECT * FROM __InstanceModificationEvent WITHIN 60 WHERE TargetInstance ISA 'Win32_PerfFormattedData_PerfOS_System'",
  "SELECT * FROM __InstanceCreationEvent WITHIN 30 WHERE TargetInstance ISA 'Win32_LogicalDisk'",
  "SELECT * FROM __TimerEvent WHERE TimerID='Inventory'",
] as const

const names = ['SCM Event Log', 'Inventory', 'BatteryWatch', 'DiskWatch'] as const

/** A WMI subscription (19 to 21): the filter, the consumer, or what ties one to the other. */
export function filledWmi({ event, given, execution, chance }: Occasion): Filled<FieldOf<19 | 20 | 21>> {
  const milliseconds = eventTime(given.UtcTime, null)
  const name = chance.helpers.arrayElement(names)
  const [eventType] = namedValues(event.fields.find((field) => field.name === 'EventType'))
  const fields = {
    RuleName: '-',
    EventType: eventType ?? '',
    UtcTime: spelledTime(milliseconds),
    Operation: chance.helpers.arrayElement(['Created', 'Modified', 'Deleted']),
    User: execution.session.user,
    EventNamespace: quoted('root\\cimv2'),
    Name: quoted(`${name} ${event.id === 20 ? 'Consumer' : 'Filter'}`),
    Query: quoted(chance.helpers.arrayElement(queries)),
    Type: 'Command Line',
    Destination: quoted('C:\\Program Files\\Contoso Suite\\inventory.exe /quiet'),
    Consumer: quoted(`CommandLineEventConsumer.Name="${name} Consumer"`),
    Filter: quoted(`__EventFilter.Name="${name} Filter"`),
  }
  return { fields, milliseconds }
}
