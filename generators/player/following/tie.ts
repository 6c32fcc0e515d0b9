import type { IsRead } from './fields-read.ts'

/** What a scenario has settled of an event's fields, by name. */
export interface Tie {
  /** The scenario has set it. */
  readonly isSet: (field: string) => boolean
  /**
   * A *usual* fact may change it: the scenario has not set it, and no rule that the event was solved for reads it. What an
   * *always* fact ties to what is set has no choice.
   */
  readonly follows: (field: string) => boolean
}

/** Ties the fields of an event by what is set and what is read of them. */
export function tieOf(isSet: (field: string) => boolean, isRead: IsRead): Tie {
  return { isSet, follows: (field) => !isSet(field) && !isRead(field) }
}
