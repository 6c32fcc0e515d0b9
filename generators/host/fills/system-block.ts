import { sysmonLog } from '../../../catalogue/index.ts'
import type { Fields } from '../../../sigma/index.ts'
import { startOfTime } from '../../chance.ts'
import type { Occasion } from './fill.ts'

/** The System block of an event that happened at this time and was logged a little later. */
export function systemBlock({ event, cast, host, chance }: Occasion, milliseconds: number): Fields {
  const delay = chance.number.int(delays[event.id] ?? { min: 1, max: 90 })
  const logged = new Date(milliseconds + delay).toISOString().replace('Z', `${chance.string.numeric(3)}Z`)
  const common = {
    Provider_Name: event.log.provider,
    Provider_Guid: event.log.providerGuid,
    EventID: event.id,
    Version: event.version,
    Level: event.level,
    Task: event.task,
    Opcode: event.opcode,
    Keywords: event.keywords,
    TimeCreated_SystemTime: logged,
    EventRecordID: chance.number.int({ min: 10_000, max: 900_000 }),
  }
  const threadId = chance.number.int({ min: 500, max: 3_000 }) * 4
  const place = { Channel: event.log.channel, Computer: host.computer }
  if (event.log === sysmonLog) {
    return {
      ...common,
      Correlation: null,
      Execution_ProcessID: host.sysmonProcessId,
      Execution_ThreadID: threadId,
      ...place,
      // A change of configuration is the one event that Sysmon writes in the name of who made it.
      Security_UserID: event.id === 16 ? (host.people[0]?.sid ?? 'S-1-5-18') : 'S-1-5-18',
    }
  }
  if (event.log.name === 'Security') {
    const kernel = event.id === 4688 ? 4 : 700 + (host.boot % 40) * 4
    return {
      ...common,
      Correlation: null,
      Execution_ProcessID: kernel,
      Execution_ThreadID: threadId,
      ...place,
      Security: null,
    }
  }
  if (event.log.name === 'System') {
    return {
      ...common,
      Correlation: null,
      Execution_ProcessID: chance.number.int({ min: 250, max: 4_000 }) * 4,
      Execution_ThreadID: threadId,
      ...place,
      Security_UserID: cast.session.sid,
    }
  }
  const activity = [8, 4, 4, 4, 12].map((length) => chance.string.hexadecimal({ length, casing: 'upper', prefix: '' }))
  return {
    ...common,
    Correlation_ActivityID: activity.join('-'),
    Execution_ProcessID: chance.number.int({ min: 250, max: 4_000 }) * 4,
    Execution_ThreadID: threadId,
    ...place,
    Security_UserID: cast.session.sid,
  }
}

/** How many milliseconds pass before an event is logged, where that is long: connections and queries are collected. */
const delays: Readonly<Record<number, { readonly min: number; readonly max: number }>> = {
  3: { min: 1_000, max: 9_000 },
  22: { min: 1_000, max: 3_000 },
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
