import type { Source, Span } from '../source.ts'

/** What these begin, or why they begin no value. */
const indicators: Readonly<Record<string, string>> = {
  '*': 'begins an alias',
  '&': 'begins an anchor',
  '!': 'begins a tag',
  '@': 'is reserved',
  '`': 'is reserved',
  '%': 'is reserved',
}

/** A value that begins with one of them, after what can stand before a value on its line. */
const beginning = /(?:^[ \t]*|[:\-?][ \t]+|[[{,][ \t]*)(?=[*&!@`%])/g

const longestShown = 60

/** What to write instead where YAML stumbles over this place: most often quotes are missing, or are the wrong ones. */
export function hintForFault(source: Source, { start }: Span, detail: string): string {
  if (/escape|hexadecimal/.test(detail)) {
    return 'Between double quotes a backslash begins an escape: put single quotes around the value.'
  }
  const found = unquotedAt(source.text, start)
  if (found === null) return 'Look at this line and at the one above it: indentation, quotes, brackets.'
  const shown = found.length > longestShown ? `${found.slice(0, longestShown)}...` : found
  const first = found.charAt(0)
  return `Put quotes around the value: '${shown.replaceAll("'", "''")}'. Without them, ${first} ${indicators[first] ?? ''}.`
}

/** The value at an offset, or just before it, where it begins with an indicator. */
function unquotedAt(text: string, offset: number): string | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = text.indexOf('\n', offset)
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
  if (line.length > longestLine) return null
  for (const match of line.matchAll(beginning)) {
    const from = match.index + match[0].length
    const written = line.slice(from)
    const isInFlow = /[[{]/.test(line.slice(0, from))
    const own = written.replace(isInFlow ? /[ \t]*(?:[,\]}]|[ \t]#).*$/ : /[ \t]+#.*$|[ \t]+$/, '')
    const at = offset - lineStart
    if (at >= from && at <= from + own.length + 1) return own
  }
  return null
}

/** A longer one is no value that anybody wrote. */
const longestLine = 2_000
