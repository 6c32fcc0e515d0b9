/**
 * The text of one file as every later stage sees it: byte order mark dropped, line ends LF, `/` in the path.
 * Offsets in a {@link Span} count UTF-16 code units of that text.
 */
export interface Source {
  /** Path from the project root, with `/` on every platform. */
  readonly path: string
  readonly text: string
}

/** A stretch of a source, `end` exclusive. A filter document's nodes lie in another file than the rule's. */
export interface Span {
  readonly path: string
  readonly start: number
  readonly end: number
}

/** Line and column, both counted from 1; the column in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Makes a {@link Source} of a file's decoded text: drops a byte order mark, turns CRLF and CR into LF. */
export function sourceOf(path: string, text: string): Source {
  return {
    path: path.replaceAll('\\', '/').replace(/^\.\//, ''),
    text: withLineFeeds(text.startsWith('\uFEFF') ? text.slice(1) : text),
  }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

/** The position of an offset. An offset past the end is the end. */
export function positionOf(source: Source, offset: number): Position {
  const starts = lineStartsOf(source)
  const at = Math.max(0, Math.min(offset, source.text.length))
  let [first, last] = [0, starts.length - 1]
  while (first < last) {
    const middle = Math.ceil((first + last) / 2)
    if ((starts[middle] ?? 0) <= at) first = middle
    else last = middle - 1
  }
  return { line: first + 1, column: at - (starts[first] ?? 0) + 1 }
}

const known = new WeakMap<Source, readonly number[]>()

/** Found once for a source: a file may hold as many problems as lines. */
function lineStartsOf(source: Source): readonly number[] {
  const cached = known.get(source)
  if (cached !== undefined) return cached
  const starts = [0]
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1)
  known.set(source, starts)
  return starts
}
