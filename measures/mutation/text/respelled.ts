import type { Source, Span } from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'

/** Gives a scalar another text, quoted as it is as far as that can be, and says so in the shortest edit. */
export function respelled(source: Source, span: Span, text: string): Replacement {
  const old = source.text.slice(span.start, span.end)
  return shortest(span, old, spelled(old, text))
}

/** A text as a scalar of its own, in single quotes as far as that can be. */
export function spelledText(text: string): string {
  return spelled("'", text)
}

function spelled(old: string, text: string): string {
  const isOneLine = !/\p{Cc}/u.test(text)
  if (old.startsWith("'") && isOneLine) return singleQuoted(text)
  if (/^["'|>]/.test(old)) return JSON.stringify(text) + (old.endsWith('\n') ? '\n' : '')
  if (isOneLine && isPlainText(text)) return text
  return isOneLine ? singleQuoted(text) : JSON.stringify(text)
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Whether YAML reads these words as this very text, and not as anything but a text. */
function isPlainText(text: string): boolean {
  const isPlain = /^[\w\\/.%][\w\\/.%@()+=~^$ -]*$/.test(text) && !text.endsWith(' ')
  return isPlain && !/^(?:true|false|null|~|[-+.]?\d[\d.eExo+_a-f-]*|\.(?:inf|nan))$/i.test(text)
}

/** The edit without what both spellings begin and end with. */
function shortest({ path, start, end }: Span, old: string, made: string): Replacement {
  const most = Math.min(old.length, made.length)
  let first = 0
  while (first < most && old[first] === made[first]) first += 1
  let last = 0
  while (last < most - first && old.at(-1 - last) === made.at(-1 - last)) last += 1
  return { span: { path, start: start + first, end: end - last }, text: made.slice(first, made.length - last) }
}
