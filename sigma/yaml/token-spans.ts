import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml'

/** Where a scalar's spelling starts and ends: with its quotes, or from its `|` or `>` to its last line with content. */
export function scalarBounds(text: string, event: ScalarEvent, from: number): readonly [start: number, end: number] {
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return event.valueStart < 0 ? emptyBounds(text, event, from) : [event.valueStart, event.valueEnd]
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return [event.valueStart - 1, event.valueEnd + 1]
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const start = blockHeader(text, event)
      const content = text.slice(start, event.valueEnd).trimEnd()
      return [start, start + content.length]
    }
  }
}

/** The offset just after the end of a flow collection whose last child ends at `from`. */
export function flowEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]
    if (char === ']' || char === '}') return at + 1
    if (char === '#') at = lineEnd(text, at)
  }
  return text.length
}

/** A value left out stands just after the `:`, `-` or `?` that announces it, or after its tag. */
function emptyBounds(text: string, event: ScalarEvent, from: number): readonly [number, number] {
  const property = Math.max(event.tagEnd, event.anchorEnd)
  if (property >= 0) return [property, property]
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]
    if (char === '#') at = lineEnd(text, at)
    else if (char === ':' || char === '-' || char === '?') return [at + 1, at + 1]
    else if (char === ',' || char === ']' || char === '}') return [at, at]
    else if (char !== ' ' && char !== '\t' && char !== '\n') break
  }
  return [from, from]
}

function blockHeader(text: string, event: ScalarEvent): number {
  const property = Math.max(event.tagEnd, event.anchorEnd)
  const lineStart = text.lastIndexOf('\n', event.valueStart - 2) + 1
  const start = Math.max(lineStart, property)
  const header = /[|>][-+0-9]*(?:[ \t]+#.*)?[ \t]*$/.exec(text.slice(start, event.valueStart).trimEnd())
  return header === null ? event.valueStart : start + header.index
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
