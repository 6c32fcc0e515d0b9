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
    text: text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'),
  }
}

/** The position of an offset. An offset past the end is the end. */
export function positionOf(source: Source, offset: number): Position {
  const before = source.text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: before.length - lineStart + 1 }
}
