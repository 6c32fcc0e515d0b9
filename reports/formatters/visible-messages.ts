import { stripVTControlCharacters } from 'node:util'
import { visibleText } from '../../sigma/index.ts'
import type { Message } from '../../sources/index.ts'
import { withTexts } from './with-texts.ts'

/**
 * A message for formatters that print its texts as they are: every control and bidirectional character of a name, a step or an
 * error is made visible, but for tabs and the ends of lines. What errors of other code have in colours loses them. Attachments
 * and the texts of features stay as they are: those formatters do not print them.
 */
export function visibleMessage(message: Message): Message {
  return message.attachment === undefined && message.source === undefined ? withTexts(message, shownText) : message
}

/** What most texts hold alone: nothing that has to be made visible. */
const plain = /^[ -~]*$/

function shownText(text: string, name: string): string {
  if (plain.test(text)) return text
  return visibleParagraphs(isOfAnError.has(name) ? stripVTControlCharacters(text) : text)
}

const isOfAnError: ReadonlySet<string> = new Set(['message', 'stackTrace'])

function visibleParagraphs(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, at) => (at % 2 === 0 ? visibleText(part) : part.replace('\r', '')))
    .join('')
}
