import type { SysmonField } from './field.ts'
import { networkConnectionFields } from './network-connection.ts'
import { processCreationFields } from './process-creation.ts'

/** An event that Sysmon writes. */
export interface SysmonEvent {
  readonly id: number
  /** What the vocabulary calls it. */
  readonly name: string
  /** Other names it goes by, in lower case. */
  readonly aliases: readonly string[]
  /** The Sigma categories that it feeds. */
  readonly categories: readonly string[]
  /** The event's version number in its System block. */
  readonly version: number
  /** Empty for an event that can be named but not made yet. */
  readonly fields: readonly SysmonField[]
}

/** An event whose name and category are known and whose fields are not described yet. */
function later(id: number, version: number, name: string, aliases: readonly string[], ...categories: string[]) {
  return { id, name, aliases, categories, version, fields: [] }
}

/** Every event of schema 4.90, by ascending id. */
export const sysmonEvents: readonly SysmonEvent[] = [
  {
    id: 1,
    name: 'process creation',
    aliases: ['process create', 'process start'],
    categories: ['process_creation'],
    version: 5,
    fields: processCreationFields,
  },
  later(2, 5, 'file creation time change', ['file creation time changed', 'file change'], 'file_change'),
  {
    id: 3,
    name: 'network connection',
    aliases: ['network connect', 'network connection detected'],
    categories: ['network_connection'],
    version: 5,
    fields: networkConnectionFields,
  },
  later(4, 3, 'service state change', ['sysmon service state changed'], 'sysmon_status'),
  later(5, 3, 'process termination', ['process terminated'], 'process_termination'),
  later(6, 4, 'driver load', ['driver loaded'], 'driver_load'),
  later(7, 3, 'image load', ['image loaded'], 'image_load'),
  later(8, 2, 'remote thread creation', ['create remote thread', 'createremotethread'], 'create_remote_thread'),
  later(9, 2, 'raw access read', ['rawaccessread', 'raw access thread'], 'raw_access_thread'),
  later(10, 3, 'process access', ['process accessed'], 'process_access'),
  later(11, 2, 'file creation', ['file create', 'file created', 'file event'], 'file_event'),
  later(
    12,
    2,
    'registry object creation or deletion',
    ['registry object added or deleted', 'registry add', 'registry delete'],
    'registry_event',
    'registry_add',
    'registry_delete',
  ),
  later(13, 2, 'registry value set', ['registry set'], 'registry_event', 'registry_set'),
  later(
    14,
    2,
    'registry object rename',
    ['registry object renamed', 'registry rename'],
    'registry_event',
    'registry_rename',
  ),
  later(15, 2, 'file stream creation', ['file stream created', 'create stream hash'], 'create_stream_hash'),
  later(16, 3, 'configuration change', ['sysmon config state changed'], 'sysmon_status'),
  later(17, 1, 'pipe creation', ['pipe created'], 'pipe_created'),
  later(18, 1, 'pipe connection', ['pipe connected'], 'pipe_created'),
  later(19, 3, 'WMI filter', ['wmi event filter', 'wmieventfilter'], 'wmi_event'),
  later(20, 3, 'WMI consumer', ['wmi event consumer', 'wmieventconsumer'], 'wmi_event'),
  later(21, 3, 'WMI binding', ['wmi event binding', 'wmieventconsumertofilter'], 'wmi_event'),
  later(22, 5, 'DNS query', [], 'dns_query'),
  later(23, 5, 'file deletion', ['file delete', 'file delete archived'], 'file_delete'),
  later(24, 5, 'clipboard change', ['clipboard changed', 'clipboard capture'], 'clipboard_capture'),
  later(25, 5, 'process tampering', [], 'process_tampering'),
  later(26, 5, 'logged file deletion', ['file delete logged', 'file delete detected'], 'file_delete_detected'),
  later(27, 5, 'blocked executable', ['file block executable'], 'file_block_executable'),
  later(28, 5, 'blocked shredding', ['file block shredding'], 'file_block_shredding'),
  later(29, 5, 'executable detection', ['file executable detected'], 'file_executable_detected'),
  later(255, 3, 'Sysmon error', ['error report', 'error'], 'sysmon_error'),
]

/** The names by which the vocabulary knows the events, in the order of their ids. */
export const sysmonEventNames: readonly string[] = sysmonEvents.map((event) => event.name)

/** The event with this id, or null when Sysmon has none. */
export function sysmonEventOf(id: number | null): SysmonEvent | null {
  return sysmonEvents.find((event) => event.id === id) ?? null
}

/** The event of this name, alias or `Sysmon 3`, letter case ignored; null when there is none. */
export function sysmonEventNamed(text: string): SysmonEvent | null {
  const wanted = text.trim().toLowerCase()
  const id = /^sysmon\s+(?:event\s+)?(\d{1,3})$/.exec(wanted)?.[1]
  if (id !== undefined) return sysmonEventOf(Number(id))
  return sysmonEvents.find((event) => event.name.toLowerCase() === wanted || event.aliases.includes(wanted)) ?? null
}

/** True when events of this id can be made: their fields are in the catalogue. */
export function isDescribed(event: SysmonEvent): boolean {
  return event.fields.length > 0
}

/** How messages call an event: `Sysmon event 3 (network connection)`. */
export function eventTitle(event: SysmonEvent): string {
  return `Sysmon event ${event.id} (${event.name})`
}
