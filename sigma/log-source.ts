import type { SourceAttributes } from '../catalogue/index.ts'
import type { Event } from './events/event.ts'
import { originNames, textIn } from './events/origin.ts'
import { categoryOf, fitsLogSource, placementOfEvent } from './log-source/gate.ts'

export { fitsLogSource } from './log-source/gate.ts'

/** Whether an event is of a rule's log source, with both named for people. */
export interface LogSourceFit {
  readonly fits: boolean
  readonly wanted: string
  readonly actual: string
}

/** The log source gate (semantics 6.1) with its two sides in words. */
export function logSourceFits(logsource: SourceAttributes, event: Event): LogSourceFit {
  return {
    fits: fitsLogSource(logsource, event),
    wanted: describe(logsource),
    actual: describeOrigin(event),
  }
}

/** A log source as rules name it, without a full stop. */
export function describe({ category, product, service }: SourceAttributes): string {
  const named = [
    ['product', product],
    ['category', category],
    ['service', service],
  ].flatMap(([attribute, value]) => (value === null ? [] : [`${attribute} ${value}`]))
  return named.join(', ')
}

function describeOrigin(event: Event): string {
  const { origin, fields } = event
  const told = [
    [originNames.channel, origin.channel],
    [originNames.provider, origin.provider],
    [originNames.eventId, origin.eventId],
    ['EventType', textIn(fields, 'EventType')],
  ] as const
  const carried = told.flatMap(([name, text]) => (text === null ? [] : [`${name} ${text}`]))
  const placement = placementOfEvent(event)
  if (placement === null) return carried.length === 0 ? 'not told by the event' : carried.join(', ')
  const { product, services } = placement
  const category = origin.eventId === null ? null : categoryOf(event)
  return `${describe({ product, category, service: services[0] ?? null })} (${carried.join(', ')})`
}
