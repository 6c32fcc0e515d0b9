import { defenderChannel, powershellChannels, sysmonChannel } from './channels.ts'

/** What an event of a log source carries, and what it never has. An empty list, or a field that is not named, asks for nothing. */
export interface EventFacts {
  readonly channels: readonly string[]
  readonly eventIds: readonly number[]
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly lacks: readonly string[]
}

/** The facts of events with one of these ids on these channels. */
function eventsOn(
  channels: readonly string[],
  eventIds: readonly number[],
  values: EventFacts['values'] = {},
  lacks: EventFacts['lacks'] = [],
): EventFacts {
  return { channels, eventIds, values, lacks }
}

function sysmon(eventIds: readonly number[], values: EventFacts['values'] = {}): EventFacts {
  return eventsOn([sysmonChannel], eventIds, values)
}

/** What became of a registry value, in the Security log's code or in English (amendment 8). */
function audited(code: string, text: string): EventFacts {
  return eventsOn(['Security'], [4657], { OperationType: [code, text] }, ['EventType'])
}

const addedValue = audited('%%1904', 'New registry value created')
const changedValue = audited('%%1905', 'Existing registry value modified')
const deletedValue = audited('%%1906', 'Registry value deleted')
const nowhere: EventFacts = eventsOn(['Microsoft-Windows-Kernel-File'], [])

/**
 * The events of each category of product windows (semantics 6.2 and 6.4): any of the alternatives. An event id that two
 * categories share is told apart by another field.
 */
export const windowsCategories: Readonly<Record<string, readonly EventFacts[]>> = {
  process_creation: [sysmon([1]), eventsOn(['Security'], [4688])],
  file_change: [sysmon([2])],
  network_connection: [sysmon([3])],
  sysmon_status: [sysmon([4, 16])],
  process_termination: [sysmon([5])],
  driver_load: [sysmon([6])],
  image_load: [sysmon([7])],
  create_remote_thread: [sysmon([8])],
  raw_access_thread: [sysmon([9])],
  process_access: [sysmon([10])],
  file_event: [sysmon([11])],
  registry_event: [sysmon([12, 13, 14]), addedValue, changedValue, deletedValue],
  registry_add: [sysmon([12], { EventType: ['CreateKey'] }), addedValue],
  registry_delete: [sysmon([12], { EventType: ['DeleteKey', 'DeleteValue'] }), deletedValue],
  registry_set: [sysmon([13]), changedValue],
  registry_rename: [sysmon([14])],
  create_stream_hash: [sysmon([15])],
  pipe_created: [sysmon([17, 18])],
  wmi_event: [sysmon([19, 20, 21])],
  dns_query: [sysmon([22])],
  file_delete: [sysmon([23])],
  clipboard_capture: [sysmon([24])],
  clipboard_change: [sysmon([24])],
  process_tampering: [sysmon([25])],
  file_delete_detected: [sysmon([26])],
  file_block_executable: [sysmon([27])],
  file_block_shredding: [sysmon([28])],
  file_executable_detected: [sysmon([29])],
  sysmon_error: [sysmon([255])],
  ps_classic_start: [eventsOn(['Windows PowerShell'], [400])],
  ps_classic_provider_start: [eventsOn(['Windows PowerShell'], [600])],
  ps_classic_script: [eventsOn(['Windows PowerShell'], [800])],
  ps_module: [eventsOn(powershellChannels, [4103])],
  ps_script: [eventsOn(powershellChannels, [4104])],
  file_access: [nowhere],
  file_rename: [nowhere],
  antivirus: [eventsOn([defenderChannel], [1006, 1007, 1008, 1009, 1010, 1011, 1012, 1017, 1018, 1019, 1115, 1116])],
}

/** The events of each category on other systems that Sysmon or a like agent feeds. */
export const otherCategories: Readonly<Record<'linux' | 'macos', Readonly<Record<string, readonly EventFacts[]>>>> = {
  linux: {
    process_creation: [eventsOn([], [1])],
    network_connection: [eventsOn([], [3])],
    file_event: [eventsOn([], [11])],
  },
  macos: { process_creation: [eventsOn([], [])], file_event: [eventsOn([], [])] },
}
