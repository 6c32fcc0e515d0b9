import { path, registryDetails, registryPath, text } from './describe-field.ts'
import { powershellEvents } from './events/powershell.ts'
import { securityLog } from './events/security.ts'
import type { SysmonField } from './field.ts'

/** An event of which the fields are known, though it cannot be made. */
export interface NamedEvent {
  readonly id: number
  /** How messages call it. */
  readonly title: string
  readonly channel: string
  /** What rules of a category read of it (semantics 6.4). */
  readonly categoryFields: readonly SysmonField[]
  readonly fields: readonly SysmonField[]
}

const audited: readonly string[] = [
  ...['SubjectUserSid', 'SubjectUserName', 'SubjectDomainName', 'SubjectLogonId', 'ObjectName', 'ObjectValueName'],
  ...['HandleId', 'OperationType', 'OldValueType', 'OldValue', 'NewValueType', 'NewValue', 'ProcessId'],
]

/**
 * The other events of categories that the catalogue has: the Security log's audit of registry values, by its template, and
 * the events of PowerShell 7, whose manifest has the templates of Windows PowerShell.
 */
export const namedEvents: readonly NamedEvent[] = [
  {
    id: 4657,
    title: 'Security event 4657 (registry value audit)',
    channel: securityLog.channel,
    categoryFields: [registryPath('TargetObject', '0'), path('Image', '0'), registryDetails('Details', '0')],
    fields: [...audited.map((name) => text(name, '0')), path('ProcessName', '0')],
  },
  ...powershellEvents.map(({ id, name, fields }) => ({
    id,
    title: `PowerShell 7 event ${id} (${name})`,
    channel: 'PowerShellCore/Operational',
    categoryFields: [],
    fields,
  })),
]
