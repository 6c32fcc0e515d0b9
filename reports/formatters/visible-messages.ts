import { stripVTControlCharacters } from 'node:util'
import { visibleText } from '../../sigma/index.ts'
import type { Message } from '../../sources/index.ts'

/**
 * A message for formatters that print its texts as they are: every control and bidirectional character of a name, a step or an
 * error is made visible, but for tabs and the ends of lines. What errors of other code have in colours loses them. Attachments
 * and the texts of features stay as they are: those formatters do not print them.
 */
export function visibleMessage(message: Message): Message {
  return message.attachment === undefined && message.source === undefined ? visibleIn(message, '') : message
}

function visibleIn<Value>(value: Value, key: string): Value
function visibleIn(value: unknown, key: string): unknown {
  if (typeof value === 'string')
    return visibleParagraphs(isOfAnError.has(key) ? stripVTControlCharacters(value) : value)
  if (Array.isArray(value)) return value.map((each: unknown) => visibleIn(each, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, visibleIn(each, name)]))
}

const isOfAnError: ReadonlySet<string> = new Set(['message', 'stackTrace'])

function visibleParagraphs(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, at) => (at % 2 === 0 ? visibleText(part) : part.replace('\r', '')))
    .join('')
}
