/** A place in a text. Both count from 1. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

const lineFeed = 10

/** Where a text ends that begins at a place. */
export function placeAfter({ line, column }: TextPosition, text: string): TextPosition {
  let feeds = 0
  let last = -1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', last + 1)) {
    last = at
    feeds += 1
    // Most files have a line feed now and then; a hostile one may have nothing else.
    for (; text.charCodeAt(last + 1) === lineFeed; last += 1) feeds += 1
  }
  return feeds === 0 ? { line, column: column + text.length } : { line: line + feeds, column: text.length - last }
}
