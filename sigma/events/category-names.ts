import { defenderChannel } from '../../catalogue/index.ts'
import type { Event, Fields, Json } from '../event.ts'
import { textIn } from '../origin.ts'
import type { LogSource } from '../rule.ts'
import { keyOf } from './registry-key.ts'

/** Events of a channel that rules of a category read under names of their own. */
interface CategoryNames {
  readonly categories: readonly string[]
  readonly channel: string
  readonly eventIds: readonly string[]
  /** The fields as those rules read them. */
  readonly read: (own: Fields) => Fields
}

const tables: readonly CategoryNames[] = [
  { categories: ['process_creation'], channel: 'security', eventIds: ['4688'], read: newProcess },
  {
    categories: ['registry_add', 'registry_delete', 'registry_event', 'registry_set'],
    channel: 'security',
    eventIds: ['4657'],
    read: registryValue,
  },
  {
    categories: ['antivirus'],
    channel: defenderChannel.toLowerCase(),
    eventIds: ['1006', '1007', '1008', '1009', '1010', '1011', '1012', '1017', '1018', '1019', '1115', '1116'],
    read: (own) => ({ ...renamed(own, { Signature: 'ThreatName', Filename: 'Path' }), ...own }),
  },
]

/** One event is read by every rule of a category. */
const read = new WeakMap<Event, Fields>()

/**
 * An event's fields as rules of a log source read them (semantics 6.4, amendment 8): Security 4688 is a process creation,
 * 4657 a change of the registry, Defender's detections are antivirus events, each under the names of the category. Rules
 * that name no such category read the event's own fields as written.
 */
export function fieldsFor({ category }: Pick<LogSource, 'category'>, event: Event): Fields {
  if (category === null) return event.fields
  const names = namesFor(category.toLowerCase(), event)
  if (names === undefined) return event.fields
  const known = read.get(event)
  if (known !== undefined) return known
  const fields = names.read(event.fields)
  read.set(event, fields)
  return fields
}

function namesFor(category: string, { origin }: Event): CategoryNames | undefined {
  const { channel, provider, eventId } = origin
  if (eventId === null) return undefined
  const log = channel?.toLowerCase() ?? (provider?.toLowerCase() === auditProvider ? 'security' : null)
  return tables.find(
    (each) => each.categories.includes(category) && each.channel === log && each.eventIds.includes(eventId),
  )
}

const auditProvider = 'microsoft-windows-security-auditing'

/** Security 4688. Its ProcessId is the creator's. */
function newProcess(own: Fields): Fields {
  const { ProcessId: _, ...others } = own
  const user = userOf(own)
  return {
    ...renamed(own, {
      Image: 'NewProcessName',
      ParentImage: 'ParentProcessName',
      LogonId: 'SubjectLogonId',
      IntegrityLevel: 'MandatoryLabel',
    }),
    ...(user === null ? {} : { User: user }),
    ...others,
    ...renamed(own, { ProcessId: 'NewProcessId', ParentProcessId: 'ProcessId' }),
  }
}

const serviceAccounts: Readonly<Record<string, string>> = {
  'S-1-5-18': 'NT AUTHORITY\\SYSTEM',
  'S-1-5-19': 'NT AUTHORITY\\LOCAL SERVICE',
  'S-1-5-20': 'NT AUTHORITY\\NETWORK SERVICE',
}

/** Whose process it is: the target's where there is one, else the subject's, a service account by its SID. */
function userOf(own: Fields): string | null {
  const target = accountIn(own, 'Target')
  if (target !== null) return target
  const sid = textIn(own, 'SubjectUserSid') ?? ''
  return (Object.hasOwn(serviceAccounts, sid) ? serviceAccounts[sid] : undefined) ?? accountIn(own, 'Subject')
}

function accountIn(own: Fields, whose: 'Subject' | 'Target'): string | null {
  const [name, domain] = [textIn(own, `${whose}UserName`), textIn(own, `${whose}DomainName`)]
  if (name === null || name === '-') return null
  return domain === null || domain === '-' ? name : `${domain}\\${name}`
}

/** Security 4657. It has no field of the names that Sysmon has for these. */
function registryValue(own: Fields): Fields {
  const { TargetObject: _target, Image: _image, Details: _details, ...others } = own
  const key = textIn(own, 'ObjectName')
  const value = textIn(own, 'ObjectValueName')
  const path = key === null ? null : keyOf(key) + (value === null || value === '-' ? '' : `\\${value}`)
  return {
    ...others,
    ...renamed(own, { Image: 'ProcessName', Details: 'NewValue' }),
    ...(path === null ? {} : { TargetObject: path }),
  }
}

function renamed(own: Fields, names: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, from]): (readonly [string, Json])[] => {
      const value = Object.hasOwn(own, from) ? own[from] : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
