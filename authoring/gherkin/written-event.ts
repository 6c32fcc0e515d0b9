import { sysmonEventOf } from '../../catalogue/index.ts'
import { fieldNamesOf, type RecipeStep } from '../../generators/index.ts'
import type { Event, Json, RuleKey } from '../../sigma/index.ts'
import { durationText } from './duration-text.ts'
import { asCells, asMembers, jsonText, type StatedField } from './stated.ts'
import { bareName, docString, quoted, table, valueText } from './table.ts'
import { oneLine, type WrittenStep } from './written-step.ts'

/** What the words of an event step depend on beside the step. */
export interface RulesInWords {
  /** The rules under test, in the order named. */
  readonly underTest: readonly RuleKey[]
  /** A name that a scenario can call the rule by. */
  readonly nameOf: (rule: RuleKey) => string
}

/** Events made for the rules under test or for one that is named; null where the scenario can name no such rules. */
export function solvedInWords(
  { rules, goal, count, within }: RecipeStep<'solved'>,
  { underTest, nameOf }: RulesInWords,
): WrittenStep | null {
  const isUnderTest = rules.length === underTest.length && rules.every((rule, at) => rule === underTest[at])
  if (goal.kind === 'fires-via') {
    const part = bareName(goal.part)
    return part === null || !isUnderTest || count !== 1 ? null : oneLine(`a matching event via ${part}`)
  }
  if (isUnderTest && within === undefined) {
    return oneLine(count === 1 ? 'a matching event' : `${count} matching events`)
  }
  const [rule, ...others] = rules
  const name = rule === undefined || others.length > 0 ? null : quoted(nameOf(rule))
  if (name === null) return null
  const events = `${count === 1 ? 'an event' : `${count} events`} matching ${name}`
  const duration = within === undefined ? null : durationText(within)
  if (within === undefined) return oneLine(events)
  return duration === null ? null : oneLine(`${events} within ${duration}`)
}

/** Events around stated values; null where a table cannot say one of them. */
export function composedInWords({ eventId, rows, offsets, alike }: RecipeStep<'composed'>): WrittenStep | null {
  const event = sysmonEventOf(eventId)
  const [only, ...others] = rows
  if (event === null || only === undefined) return null
  if (rows.some((row) => !Object.values(row).every(canBeInCell))) return null
  if (others.length === 0 && offsets === undefined) {
    const stated = asCells(only)
    return alike === undefined || stated.length > 0
      ? eventAround(event.name, stated)
      : { text: `${withArticle(event.name)} event with:`, below: table([['field', 'value']]) }
  }
  const times = offsets?.map(durationText)
  if (times?.includes(null)) return null
  const named = [...new Set(rows.flatMap(Object.keys))]
  // A heading has to name something.
  const fields = named.length === 0 && times === undefined ? fieldNamesOf(event).slice(0, 1) : named
  const cells = rows.map((row, at) => [
    ...(times === undefined ? [] : [times[at] ?? '']),
    ...fields.map((field) => (Object.hasOwn(row, field) ? valueText(String(row[field])) : '')),
  ])
  const heading = [...(times === undefined ? [] : ['time']), ...fields.map(valueText)]
  return { text: `these ${event.name} events:`, below: table([heading, ...cells]) }
}

function canBeInCell(value: Json): boolean {
  return value !== null && typeof value !== 'object' && !String(value).includes('\n')
}

/** An event of this kind around what is stated of it. */
export function eventAround(name: string, stated: readonly StatedField[]): WrittenStep {
  if (stated.length === 0) return oneLine(`a benign ${name} event`)
  return { text: `${withArticle(name)} event with:`, below: table(stated) }
}

function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`
}

/** An event as it is; null for several, which no step takes. */
export function verbatimInWords({ events }: RecipeStep<'verbatim'>): WrittenStep | null {
  const [event, ...others] = events
  return event === undefined || others.length > 0 ? null : eventAsIs(asMembers(event.fields), event)
}

/** An event as it is, with these members in its document. */
export function eventAsIs(stated: readonly StatedField[], event: Event): WrittenStep {
  return { text: 'the event:', below: docString(documentOf(stated, event)) }
}

function documentOf(stated: readonly StatedField[], event: Event): string {
  if (tellsItsOrigin(event)) return object(stated)
  const { channel, provider, eventId } = event.origin
  const system = {
    ...(provider === null ? {} : { Provider: { Name: provider } }),
    ...(eventId === null ? {} : { EventID: /^[1-9]\d{0,8}$/.test(eventId) ? Number(eventId) : eventId }),
    ...(channel === null ? {} : { Channel: channel }),
  }
  return object([
    ['System', jsonText(system)],
    ['EventData', object(stated)],
  ])
}

/** No field of its own is called like a part of its origin, which System has to say then. */
function tellsItsOrigin({ origin, fields }: Event): boolean {
  const told = [fields.Channel, fields.Provider_Name, fields.EventID].map((value) => String(value ?? null))
  return [origin.channel, origin.provider, origin.eventId].every((value, at) => String(value) === told[at])
}

function object(members: readonly StatedField[]): string {
  if (members.length === 0) return '{}'
  const lines = members.map(([name, text]) => `  ${jsonText(name)}: ${text.replaceAll('\n', '\n  ')}`)
  return `{\n${lines.join(',\n')}\n}`
}
