import type { Suggestion } from '../../measures/index.ts'
import type { Event } from '../../sigma/index.ts'
import { jsonText, type StatedField } from './stated.ts'
import { docString, table } from './table.ts'

/** The lines of the steps that make the event, with what it states as it is to stand there. */
export function givenSteps(
  { event, eventName, changes }: Suggestion,
  stated: readonly StatedField[],
  indentation: string,
): readonly string[] {
  const deeper = `${indentation}  `
  return [
    ...(event.kind === 'verbatim'
      ? [`${indentation}Given the event:`, ...docString(document(stated, event.events[0]), deeper)]
      : madeEvent(eventName ?? '', stated, indentation)),
    ...changes.flatMap((change) => {
      const its = `${indentation}And its ${change.field}`
      if (change.kind === 'remove') return [`${its} is absent`]
      const [value = null] = change.values
      if (value === null || value === '') return [`${its} is ${value === null ? 'null' : 'empty'}`]
      return [`${its} is:`, ...docString(String(value), deeper)]
    }),
  ]
}

function madeEvent(name: string, stated: readonly StatedField[], indentation: string): readonly string[] {
  if (stated.length === 0) return [`${indentation}Given a benign ${name} event`]
  const article = /^[aeiou]/i.test(name) ? 'an' : 'a'
  return [`${indentation}Given ${article} ${name} event with:`, ...table(stated, `${indentation}  `)]
}

function document(stated: readonly StatedField[], event: Event | undefined): string {
  if (event === undefined || tellsItsOrigin(event)) return object(stated)
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
