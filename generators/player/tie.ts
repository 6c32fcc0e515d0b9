import { windowsEventOf } from '../../catalogue/index.ts'
import type { IsRead } from './fields-read.ts'

/** What a scenario has settled of an event's fields, by name. */
export interface Tie {
  /** The scenario has set it. */
  readonly isSet: (field: string) => boolean
  /**
   * A *usual* fact may change it: the scenario has not set it, under any name, and no rule that the event was solved for
   * reads it. What an *always* fact ties to what is set has no choice.
   */
  readonly follows: (field: string) => boolean
}

/** Ties the fields of an event of this kind. */
export function tieOf(eventId: number | null, isSet: (field: string) => boolean, isRead: IsRead): Tie {
  const names = Object.entries(windowsEventOf(eventId)?.categoryNames ?? {})
  const isHeld = (field: string) => isSet(field) || names.some(([alias, own]) => own === field && isSet(alias))
  return { isSet, follows: (field) => !isHeld(field) && !isRead(field) }
}
