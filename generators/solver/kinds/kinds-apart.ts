import {
  channelsOfProvider,
  eventTitle,
  linuxSysmon,
  otherCategories,
  type SourceAttributes,
  type WindowsEvent,
  windowsCategories,
  windowsEvents,
  windowsServices,
} from '../../../catalogue/index.ts'
import { type Fields, fitsLogSource, type Json } from '../../../sigma/index.ts'
import { eventOfKind } from '../../kinds/event-in.ts'
import type { Kind } from './kinds.ts'

/**
 * Kinds of event that one of two log sources takes and the other does not: those of the catalogue, then one for each event
 * id that either asks for, one of another id and one of none, on all channels that part the two. None of them is left out:
 * where there is no such kind, both log sources take the same events.
 */
export function kindsApart(one: SourceAttributes, other: SourceAttributes): readonly Kind[] {
  if (one.category === other.category && one.product === other.product && one.service === other.service) return []
  const isApart = (event: WindowsEvent | null, fields: Fields) => {
    const made = eventOfKind(event, fields)
    return fitsLogSource(one, made) !== fitsLogSource(other, made)
  }
  const told = extrasOf(one, other)
  const described = windowsEvents.flatMap((event) => {
    const { id, log } = event
    const origin = { EventID: [id], Channel: [log.channel], Provider_Name: [log.provider] }
    const own = Object.entries(origin).filter(([name]) => event.fields.every((field) => field.name !== name))
    return told
      .map((extras): Kind['origin'] => ({ ...Object.fromEntries(own), ...extras }))
      .filter((each) => isApart(event, firstOf(each)))
      .map((each): Kind => ({ title: eventTitle(event), event, origin: each, isOfWindows: true }))
  })
  const open = idsOf(one, other).flatMap((id) =>
    told.flatMap((extras) => {
      const ofId = { EventID: id === null ? [] : [id], ...extras }
      return [...places, unplaced].flatMap(({ field, values, isOfWindows, isDescribed }) => {
        const apart = values.filter((value) => {
          const isKnown =
            isDescribed && id !== null && windowsEvents.some((event) => event.id === id && event.log.channel === value)
          return !isKnown && isApart(null, firstOf({ ...(field === null ? {} : { [field]: [value] }), ...ofId }))
        })
        const [first] = apart
        if (first === undefined) return []
        const origin = { ...(field === null ? nowhere : { [field]: apart }), ...ofId }
        return [{ title: field === null ? 'event' : `event of ${first}`, event: null, origin, isOfWindows }]
      })
    }),
  )
  return [...described, ...open]
}

interface OriginValues {
  /** What names the place; null for an event that names none. */
  readonly field: 'Channel' | 'Provider_Name' | null
  readonly values: readonly string[]
  readonly isOfWindows: boolean
  readonly isDescribed: boolean
}

const channels = [...new Set(Object.values(windowsServices).flat())]

/** Where an event can come from, as far as a log source can tell. The first is one that no rule names. */
const places: readonly OriginValues[] = [
  { field: 'Channel', values: ['Contoso-Agent/Operational', ...channels], isOfWindows: true, isDescribed: true },
  {
    field: 'Provider_Name',
    values: [
      'Contoso-Agent',
      ...Object.keys(channelsOfProvider),
      ...new Set(channels.map((channel) => channel.split('/')[0] ?? channel)),
    ],
    isOfWindows: true,
    isDescribed: false,
  },
  { field: 'Channel', values: linuxSysmon.slice(-1), isOfWindows: false, isDescribed: false },
]

const unplaced: OriginValues = { field: null, values: [''], isOfWindows: false, isDescribed: false }

const nowhere = { Channel: [], Provider_Name: [] } as const

/** The event ids that either asks for, one that neither does, and none. */
function idsOf(one: SourceAttributes, other: SourceAttributes): readonly (number | null)[] {
  const asked = [one, other].flatMap(factsOf).flatMap(({ eventIds }) => eventIds)
  const linux = Object.values(otherCategories.linux).flatMap((facts) => facts.flatMap(({ eventIds }) => eventIds))
  const known = new Set([...asked, ...linux])
  return [...known, Math.max(...known) + 1, null]
}

/** What fields of its own can keep an event out of a category: nothing of the kind, or a value that the category does not have. */
function extrasOf(
  one: SourceAttributes,
  other: SourceAttributes,
): readonly Readonly<Record<string, readonly Json[]>>[] {
  if (one.category?.toLowerCase() === other.category?.toLowerCase()) return [{}]
  const facts = [one, other].flatMap(factsOf)
  const asked = new Set(facts.flatMap(({ values }) => Object.keys(values)))
  const all = Object.values(windowsCategories).flat()
  return [
    {},
    ...[...asked].map((field) => {
      const own = new Set(facts.flatMap(({ values }) => values[field] ?? []))
      const others = new Set(all.flatMap(({ values }) => values[field] ?? []).filter((value) => !own.has(value)))
      return { [field]: [...others, 'Other'] }
    }),
    ...[...new Set(facts.flatMap(({ lacks }) => lacks))].map((field) => ({ [field]: ['Other'] })),
  ]
}

function factsOf({ category }: SourceAttributes) {
  const name = category?.toLowerCase() ?? ''
  return (Object.hasOwn(windowsCategories, name) ? windowsCategories[name] : undefined) ?? []
}

function firstOf(origin: Kind['origin']): Fields {
  return Object.fromEntries(
    Object.entries(origin).flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first] as const])),
  )
}
