import type { Fields, Json } from '../event.ts'
import { defenderChannel } from '../log-source/event-facts.ts'
import { textIn } from '../log-source/event-origin.ts'

interface AuditNames {
  readonly channel: string
  readonly eventIds: readonly string[]
  /** The field a rule reads, and the event's own field. */
  readonly names: Readonly<Record<string, string>>
}

/** Events of other channels that feed a category under other field names (semantics 6.4). */
const auditEvents: readonly AuditNames[] = [
  {
    channel: 'Security',
    eventIds: ['4688'],
    names: { Image: 'NewProcessName', ParentImage: 'ParentProcessName', LogonId: 'SubjectLogonId' },
  },
  { channel: 'Security', eventIds: ['4657'], names: { Details: 'NewValue' } },
  {
    channel: defenderChannel,
    eventIds: ['1006', '1007', '1008', '1009', '1010', '1011', '1012', '1017', '1018', '1019', '1115', '1116'],
    names: { Signature: 'ThreatName', Filename: 'Path' },
  },
]

/** The fields, and beside them those that a category knows under another name. What the event says itself wins. */
export function withCategoryNames(fields: Fields): Fields {
  const channel = textIn(fields, 'Channel')
  const eventId = textIn(fields, 'EventID')
  const audit = auditEvents.find(
    (each) => each.channel.toLowerCase() === channel && each.eventIds.includes(eventId ?? ''),
  )
  if (audit === undefined) return fields
  const added = Object.entries(audit.names).flatMap(([name, own]): (readonly [string, Json])[] => {
    const value = Object.hasOwn(fields, own) ? fields[own] : undefined
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries([...added, ...Object.entries(fields)])
}
