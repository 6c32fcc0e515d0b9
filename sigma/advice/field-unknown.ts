import { brief, fieldOfOtherAgent, fieldUnknown } from '../problems/advice.ts'
import type { Problem } from '../problems/problem.ts'
import type { Span } from '../source.ts'
import { listedUpTo } from '../text/nearest-or-known.ts'
import type { AdviceContext } from './advise.ts'
import { fieldIn, type KnownEvents } from './events/known-events-of.ts'
import { meantBy } from './events/nearest-fields.ts'
import { otherAgentOf } from './events/other-agents.ts'
import { type FieldEntry, fieldSpan } from './field-entries.ts'

/** The fields of an entry that none of the events has for which it can have a say (W-FIELD-UNKNOWN). */
export function adviceOnField(entry: FieldEntry, { source, owner }: AdviceContext): readonly Problem[] {
  const { field, events, key } = entry
  if (events === null) return []
  const referred = key.children.flatMap(({ test, span }) =>
    test.operator === 'fieldref' ? adviceOnName(test.field, span, events, owner) : [],
  )
  return [...adviceOnName(field, fieldSpan(entry, source), events, owner), ...referred]
}

/** The same for a name of a field that stands somewhere. `owner`: whose events they are, for messages. */
export function adviceOnName(name: string, span: Span, events: KnownEvents, owner: string): readonly Problem[] {
  if (fieldIn(events, name).length > 0) return []
  const fields = new Set(events.flatMap((event) => [...event.fields.keys()]))
  const said = saidOf(events, owner, name)
  const agent = otherAgentOf(name, fields)
  return [
    agent === null
      ? fieldUnknown(span, said, hintFor(name, fields, events))
      : fieldOfOtherAgent(span, said, agent.who, agent.instead),
  ]
}

function saidOf(events: KnownEvents, owner: string, name: string): string {
  const titles = [...new Set(events.map(({ title }) => title))]
  const shown = brief(name)
  if (titles.length > 2) return `none of the ${titles.length} events of ${owner} has a field '${shown}'`
  return `${titles.join(' and ')} ${titles.length > 1 ? 'have' : 'has'} no field '${shown}'`
}

const mostListed = 10

function hintFor(name: string, fields: ReadonlySet<string>, events: KnownEvents): string {
  const meant = meantBy(name, fields)
  if (meant.kind === 'one') {
    return meant.differs === 'case'
      ? `Write ${meant.name}: letter case counts in names of fields.`
      : `Write ${meant.name}, as rules call it.`
  }
  if (meant.names.length > 0) return `Nearest: ${meant.names.join(', ')}.`
  const [event] = events
  const own = [...(event?.fields ?? [])].filter(([, { format }]) => format !== null).map(([each]) => each)
  return `${event?.title ?? 'The event'} has ${listedUpTo(mostListed, own)}.`
}
