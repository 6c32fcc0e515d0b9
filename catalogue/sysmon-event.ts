import type { SysmonField } from './field.ts'
import type { EventLog, WindowsEvent } from './windows-event.ts'

/** The log of every Sysmon event. */
export const sysmonLog: EventLog = {
  name: 'Sysmon',
  provider: 'Microsoft-Windows-Sysmon',
  providerGuid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9',
  channel: 'Microsoft-Windows-Sysmon/Operational',
}

/** An event that Sysmon writes. */
export type SysmonEvent = WindowsEvent

/** What tells one Sysmon event from another. */
export interface SysmonDescription {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly aliases: readonly string[]
  readonly categories: readonly string[]
  readonly fields: readonly SysmonField[]
}

/** A Sysmon event with what all of them share: level 4, the id as task, one keyword. */
export function sysmonEvent(description: SysmonDescription): SysmonEvent {
  return {
    ...description,
    log: sysmonLog,
    earlierVersions: [],
    categoryNames: {},
    composed: [],
    userData: null,
    level: 4,
    task: description.id,
    opcode: 0,
    keywords: '0x8000000000000000',
  }
}
