import type { EventField } from './field.ts'
import { windowsEvents } from './windows-events.ts'

/** An event of which the fields are known, though it is not made. */
export interface NamedEvent {
  readonly id: number
  /** How messages call it. */
  readonly title: string
  readonly channel: string
  readonly fields: readonly EventField[]
}

/** The events of later products whose manifest has the templates of an event that is described. */
export const namedEvents: readonly NamedEvent[] = windowsEvents.flatMap(({ id, name, fields, log: { successor } }) =>
  successor === null
    ? []
    : [{ id, title: `${successor.title} event ${id} (${name})`, channel: successor.channel, fields }],
)
