import type { Suggestion } from '../../../measures/index.ts'
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
      ? [`${indentation}Given the event:`, ...docString(document(stated), deeper)]
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

function document(stated: readonly StatedField[]): string {
  if (stated.length === 0) return '{}'
  const members = stated.map(([field, text]) => `  ${jsonText(field)}: ${text.replaceAll('\n', '\n  ')}`)
  return `{\n${members.join(',\n')}\n}`
}
