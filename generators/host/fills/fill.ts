import type { WindowsEvent } from '../../../catalogue/index.ts'
import type { Fields } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import type { Cast } from '../cast.ts'
import type { Host } from '../profile.ts'

/** What an event is filled from. */
export interface Occasion {
  readonly event: WindowsEvent
  /** What is stated: it stands in the event as it is, and what the facts tie to it follows. */
  readonly given: Fields
  readonly cast: Cast
  readonly host: Host
  readonly chance: Chance
}

/** The fields of one event beside its System block, what is given not yet put in, and the time it happens. */
export interface Filled {
  readonly fields: Fields
  readonly milliseconds: number
}

/** Fills the fields of one kind of event. */
export type Fill = (occasion: Occasion) => Filled
