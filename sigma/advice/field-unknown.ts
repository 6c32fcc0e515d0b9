import type { Problem } from '../problem.ts'
import { fieldOfOtherAgent, fieldUnknown } from '../problems/advice.ts'
import type { Context } from './advise.ts'
import { meantBy } from './nearest-fields.ts'
import { otherAgentOf } from './other-agents.ts'
import { fieldSpan, type Place } from './places.ts'
import { fieldIn, type World } from './world.ts'

/** A field that none of the events has for which the entry can have a say (W-FIELD-UNKNOWN). */
export function adviceOnField(place: Place, context: Context): readonly Problem[] {
  const { field, world, key } = place
  if (world === null) return []
  const asked = key.children.flatMap(({ test, span }) =>
    test.operator === 'fieldref' ? [{ name: test.field, span }] : [],
  )
  return [{ name: field, span: fieldSpan(place, context.source) }, ...asked].flatMap(({ name, span }) => {
    if (fieldIn(world, name).length > 0) return []
    const events = subjectOf(world, context)
    const fields = new Set(world.flatMap((event) => [...event.fields.keys()]))
    const agent = otherAgentOf(name, fields)
    return [
      agent === null
        ? fieldUnknown(span, events, name, hintFor(name, fields, world))
        : fieldOfOtherAgent(span, events, name, agent.who, agent.instead),
    ]
  })
}

function subjectOf(world: World, { owner }: Context): string {
  const titles = [...new Set(world.map(({ title }) => title))]
  if (titles.length === 1) return `${titles.join('')} has`
  if (titles.length === 2) return `${titles.join(' and ')} have`
  return `each of the ${titles.length} events of ${owner} has`
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
  const shown = own.length > mostListed ? `${own.slice(0, mostListed).join(', ')} and others` : own.join(', ')
  return `Nearest: none. ${event?.title ?? ''} has ${shown}.`
}
