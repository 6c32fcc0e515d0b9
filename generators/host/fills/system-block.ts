import type { EventId, LogName } from '../../../catalogue/index.ts'
import type { Fields } from '../../../sigma/index.ts'
import { type Chance, startOfTime } from '../../chance.ts'
import type { Occasion } from './fill.ts'

/** The System block of an event that happened at this time and was logged a little later. */
export function systemBlock(occasion: Occasion, milliseconds: number): Fields {
  const { event, host, chance } = occasion
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
  const { correlation, processId, writer } = writing[event.log.name](occasion)
  return {
    ...common,
    ...correlation,
    Execution_ProcessID: processId,
    Execution_ThreadID: threadId,
    Channel: event.log.channel,
    Computer: host.computer,
    ...writer,
  }
}

/** What the process that writes an event leaves in its System block. */
interface Writing {
  readonly correlation: Fields
  readonly processId: number
  readonly writer: Fields
}

const noCorrelation: Fields = { Correlation: null }

const writing: Readonly<Record<LogName, (occasion: Occasion) => Writing>> = {
  Sysmon: ({ event, host }) => ({
    correlation: noCorrelation,
    processId: host.sysmonProcessId,
    // A change of configuration is the one event that Sysmon writes in the name of who made it.
    writer: { Security_UserID: event.id === 16 ? (host.people[0]?.sid ?? 'S-1-5-18') : 'S-1-5-18' },
  }),
  Security: ({ event, host }) => ({
    correlation: noCorrelation,
    processId: event.id === 4688 ? 4 : 700 + (host.boot % 40) * 4,
    writer: { Security: null },
  }),
  System: ({ execution, chance }) => ({
    correlation: noCorrelation,
    processId: anyProcessId(chance),
    writer: { Security_UserID: execution.session.sid },
  }),
  PowerShell: ({ execution, chance }) => {
    const activity = [8, 4, 4, 4, 12].map((length) =>
      chance.string.hexadecimal({ length, casing: 'upper', prefix: '' }),
    )
    return {
      correlation: { Correlation_ActivityID: activity.join('-') },
      processId: anyProcessId(chance),
      writer: { Security_UserID: execution.session.sid },
    }
  },
}

function anyProcessId(chance: Chance): number {
  return chance.number.int({ min: 250, max: 4_000 }) * 4
}

/** How many milliseconds pass before an event is logged, where that is long: connections and queries are collected. */
const delays: Readonly<Partial<Record<EventId, { readonly min: number; readonly max: number }>>> = {
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
