import type { Fields } from '../../sigma/index.ts'
import { type Chance, startOfTime } from '../chance.ts'
import type { SysmonEvent } from '../sysmon/catalogue.ts'
import { sysmonChannel, sysmonProvider, sysmonProviderGuid } from '../sysmon/system-block.ts'
import type { Host } from './profile.ts'

/** The System block of an event that happened at this time and was logged a little later. */
export function systemBlock(event: SysmonEvent, milliseconds: number, host: Host, chance: Chance): Fields {
  // Connections are collected for a while before Sysmon logs them.
  const delay = event.id === 3 ? chance.number.int({ min: 1_000, max: 9_000 }) : chance.number.int({ min: 1, max: 90 })
  const logged = new Date(milliseconds + delay).toISOString().replace('Z', `${chance.string.numeric(3)}Z`)
  return {
    Provider_Name: sysmonProvider,
    Provider_Guid: sysmonProviderGuid,
    EventID: event.id,
    Version: event.version,
    Level: 4,
    Task: event.id,
    Opcode: 0,
    Keywords: '0x8000000000000000',
    TimeCreated_SystemTime: logged,
    EventRecordID: chance.number.int({ min: 10_000, max: 900_000 }),
    Correlation: null,
    Execution_ProcessID: host.sysmonProcessId,
    Execution_ThreadID: chance.number.int({ min: 500, max: 3_000 }) * 4,
    Channel: sysmonChannel,
    Computer: host.computer,
    Security_UserID: 'S-1-5-18',
  }
}

/** When a filled event happens: at its stated UtcTime, in the second of its stated ProcessGuid, or at the start of time. */
export function eventTime(utcTime: unknown, guidSeconds: number | null): number {
  const stated = typeof utcTime === 'string' ? Date.parse(`${utcTime.replace(' ', 'T')}Z`) : Number.NaN
  if (!Number.isNaN(stated)) return stated
  return guidSeconds === null ? startOfTime : guidSeconds * 1000 + (startOfTime % 1000)
}

/** A time as Sysmon writes it, always with milliseconds. */
export function spelledTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '')
}
