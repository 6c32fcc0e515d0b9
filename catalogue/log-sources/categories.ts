import type { FieldValues, WindowsEvent } from '../windows-event.ts'
import { windowsEvents } from '../windows-events.ts'
import { channelsOf, defenderChannel } from './channels.ts'

/** What an event of a log source carries, and what it never has. An empty list, or a field that is not named, asks for nothing. */
export interface EventFacts {
  readonly channels: readonly string[]
  readonly eventIds: readonly number[]
  readonly values: FieldValues
  readonly lacks: readonly string[]
}

type Row = readonly [category: string, facts: EventFacts]

function eventsOn(channels: readonly string[], ...eventIds: readonly number[]): EventFacts {
  return { channels, eventIds, values: {}, lacks: [] }
}

/** The detections of Defender. */
export const antivirus: { readonly facts: EventFacts; readonly categoryNames: Readonly<Record<string, string>> } = {
  facts: eventsOn([defenderChannel], ...[1006, 1007, 1008, 1009, 1010, 1011, 1012, 1017, 1018, 1019, 1115, 1116]),
  categoryNames: { Signature: 'ThreatName', Filename: 'Path' },
}

/** Categories of events that are not described. */
const undescribed: readonly Row[] = [
  ['ps_classic_start', eventsOn(['Windows PowerShell'], 400)],
  ['ps_classic_provider_start', eventsOn(['Windows PowerShell'], 600)],
  ['ps_classic_script', eventsOn(['Windows PowerShell'], 800)],
  ['file_access', eventsOn(['Microsoft-Windows-Kernel-File'])],
  ['file_rename', eventsOn(['Microsoft-Windows-Kernel-File'])],
  ['antivirus', antivirus.facts],
]

function rowsOf({ id, log, feeds, lacks }: WindowsEvent): readonly Row[] {
  return Object.entries(feeds).flatMap(([category, alternatives]) =>
    alternatives.map((values): Row => [category, { channels: channelsOf(log), eventIds: [id], values, lacks }]),
  )
}

/** Facts that differ in nothing but the event id, as one. */
function joined(rows: readonly Row[]): readonly EventFacts[] {
  const alike = Map.groupBy(rows, ([, { eventIds: _, ...others }]) => JSON.stringify(others))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first[1], eventIds: group.flatMap(([, { eventIds }]) => eventIds) }]
  })
}

/**
 * The events of each category of product windows (semantics 6.2 and 6.4): any of the alternatives. An event id that two
 * categories share is told apart by another field.
 */
export const windowsCategories: Readonly<Record<string, readonly EventFacts[]>> = Object.fromEntries(
  [...Map.groupBy([...windowsEvents.flatMap(rowsOf), ...undescribed], ([category]) => category)].map(
    ([category, rows]) => [category, joined(rows)],
  ),
)

/** The events of each category on other systems that Sysmon or a like agent feeds. */
export const otherCategories: Readonly<Record<'linux' | 'macos', Readonly<Record<string, readonly EventFacts[]>>>> = {
  linux: {
    process_creation: [eventsOn([], 1)],
    network_connection: [eventsOn([], 3)],
    file_event: [eventsOn([], 11)],
  },
  macos: { process_creation: [eventsOn([])], file_event: [eventsOn([])] },
}
