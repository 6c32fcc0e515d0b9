import type { EventId, FieldOf, WindowsEvent } from '../../../catalogue/index.ts'
import type { Fields, Json } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import type { Host } from '../machine/profile.ts'
import type { Execution } from '../processes/execution.ts'

/** What an event is filled from. */
export interface Occasion {
  readonly event: WindowsEvent
  /** What is stated: it stands in the event as it is, and what the facts tie to it follows. */
  readonly given: Fields
  readonly execution: Execution
  readonly host: Host
  readonly chance: Chance
}

/** A value for each of these fields. */
export type ValuesOf<Name extends string> = Readonly<Record<Name, Json>>

/** Fields of an event beside its System block, what is given not yet put in, and the time it happens, in milliseconds since 1970. */
export interface Filled<Name extends string> {
  readonly fields: ValuesOf<Name>
  readonly milliseconds: number
}

/** Fills every field of the event with this id; it may fill more. */
export type Fill<Id extends EventId> = (occasion: Occasion) => Filled<FieldOf<Id>>
