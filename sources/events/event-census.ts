import { type Event, visibleText } from '../../sigma/index.ts'
import type { OpenedEvent } from './spelling/open-event.ts'

/** Counts the events of a run that rules could not be asked about as they should. */
export interface EventCensus {
  /** Takes an event, and whether any rule was asked about it. */
  readonly add: (opened: OpenedEvent, isJudged: boolean) => void
  /** What deserves a warning, each in one sentence; empty where all was understood. */
  readonly warnings: () => readonly string[]
  /** Whether there were events and none of them was understood. */
  readonly isLost: () => boolean
}

/** So many names of an event that nobody knows are told. */
const mostKeys = 8

/**
 * An event is understood when an envelope explains it, when it tells its channel, provider or id, or when a rule was asked
 * about it (semantics 6.7). What is known to be no event of a log is counted by what it is.
 */
export function eventCensus(): EventCensus {
  const foreign = new Map<string, { readonly instead: string; count: number }>()
  let unknown = 0
  let understood = 0
  let withoutId = 0
  let firstKeys: readonly string[] = []

  return {
    add: (opened, isJudged) => {
      if (opened.kind === 'foreign') {
        const known = foreign.get(opened.what) ?? { instead: opened.instead, count: 0 }
        foreign.set(opened.what, { ...known, count: known.count + 1 })
        return
      }
      const { event, envelope, keys } = opened
      if (lacksId(event)) withoutId += 1
      if (envelope !== null || isJudged || Object.values(event.origin).some((part) => part !== null)) understood += 1
      else {
        if (unknown === 0) firstKeys = keys
        unknown += 1
      }
    },
    warnings: () => [
      ...[...foreign].map(
        ([what, { instead, count }]) =>
          `${counted(count)} not understood: ${what}; read instead ${instead} [W-EVENT-UNKNOWN]`,
      ),
      ...(unknown === 0
        ? []
        : [
            `${counted(unknown)} not understood: no known spelling, and no rule reads ${keysInWords(firstKeys)} [W-EVENT-UNKNOWN]`,
          ]),
      ...(withoutId === 0
        ? []
        : [`${counted(withoutId)} without an event id: no rule that asks for one was asked [W-EVENT-NO-ID]`]),
    ],
    isLost: () => understood === 0 && unknown + [...foreign.values()].reduce((sum, { count }) => sum + count, 0) > 0,
  }
}

/** It says who wrote it, and not which event it is. */
function lacksId({ origin: { channel, provider, eventId } }: Event): boolean {
  return (channel !== null || provider !== null) && !/^\d+$/.test(eventId ?? '')
}

function keysInWords(keys: readonly string[]): string {
  if (keys.length === 0) return 'its text'
  const shown = keys.slice(0, mostKeys).map(visibleText).join(', ')
  return keys.length > mostKeys ? `${shown} and ${keys.length - mostKeys} more` : shown
}

function counted(count: number): string {
  return count === 1 ? '1 event' : `${count} events`
}
