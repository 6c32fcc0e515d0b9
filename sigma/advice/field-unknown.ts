import { listedUpTo } from '../nearest-or-known.ts'
import type { Problem } from '../problem.ts'
import { brief, fieldOfOtherAgent, fieldUnknown } from '../problems/advice.ts'
import type { Span } from '../source.ts'
import type { Context } from './advise.ts'
import { meantBy } from './nearest-fields.ts'
import { otherAgentOf } from './other-agents.ts'
import { fieldSpan, type Place } from './places.ts'
import { fieldIn, type World } from './world.ts'

/** The fields of an entry that none of the events has for which it can have a say (W-FIELD-UNKNOWN). */
export function adviceOnField(place: Place, { source, owner }: Context): readonly Problem[] {
  const { field, world, key } = place
  if (world === null) return []
  const referred = key.children.flatMap(({ test, span }) =>
    test.operator === 'fieldref' ? adviceOnName(test.field, span, world, owner) : [],
  )
  return [...adviceOnName(field, fieldSpan(place, source), world, owner), ...referred]
}

/** The same for a name of a field that stands somewhere. `owner`: whose events they are, for messages. */
export function adviceOnName(name: string, span: Span, world: World, owner: string): readonly Problem[] {
  if (fieldIn(world, name).length > 0) return []
  const fields = new Set(world.flatMap((event) => [...event.fields.keys()]))
  const said = saidOf(world, owner, name)
  const agent = otherAgentOf(name, fields)
  return [
    agent === null
      ? fieldUnknown(span, said, hintFor(name, fields, world))
      : fieldOfOtherAgent(span, said, agent.who, agent.instead),
  ]
}

function saidOf(world: World, owner: string, name: string): string {
  const titles = [...new Set(world.map(({ title }) => title))]
  const shown = brief(name)
  if (titles.length > 2) return `none of the ${titles.length} events of ${owner} has a field '${shown}'`
  return `${titles.join(' and ')} ${titles.length > 1 ? 'have' : 'has'} no field '${shown}'`
}

const mostListed = 10

function hintFor(name: string, fields: ReadonlySet<string>, world: World): string {
  const meant = meantBy(name, fields)
  if (meant.kind === 'one') {
    return meant.differs === 'case'
      ? `Write ${meant.name}: letter case counts in names of fields.`
      : `Write ${meant.name}, as rules call it.`
  }
  if (meant.names.length > 0) return `Nearest: ${meant.names.join(', ')}.`
  const [event] = world
  const own = [...(event?.fields ?? [])].filter(([, { format }]) => format !== null).map(([each]) => each)
  return `${event?.title ?? 'The event'} has ${listedUpTo(mostListed, own)}.`
}
