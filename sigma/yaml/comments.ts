import { EVENT_ID } from 'js-yaml'
import type { Source, Span } from '../source.ts'
import { eventsOf } from './read-yaml.ts'
import { YamlFault } from './yaml-fault.ts'

/** A comment of a YAML file. */
export interface YamlComment {
  /** From its `#` to the end of the line. */
  readonly span: Span
  /** As written, the `#` included. */
  readonly text: string
  /** Whether nothing but blanks stands before it on its line. */
  readonly alone: boolean
}

/** What begins a comment wherever it stands after a blank or at the start of a line. */
const mark = /#[^\n]*/g

/**
 * The comments of a YAML stream in their order; none where it cannot be read. A `#` inside a text is no comment, whether the
 * text is quoted, plain or a block.
 */
export function commentsOf(source: Source): readonly YamlComment[] {
  const { text, path } = source
  const found: YamlComment[] = []
  for (const [from, to] of gapsOf(source)) {
    for (const { 0: written, index } of text.slice(from, to).matchAll(mark)) {
      const start = from + index
      // `c#d` is a text, and `!a#b` a tag.
      if (start > 0 && !/[ \t\n]/.test(text[start - 1] ?? '')) continue
      const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
      found.push({ span: { path, start, end: start + written.length }, text: written, alone: before.trim() === '' })
    }
  }
  return found
}

/** The stretches between texts: all that a comment can stand in. */
function gapsOf(source: Source): readonly (readonly [from: number, to: number])[] {
  const gaps: (readonly [number, number])[] = []
  let from = 0
  try {
    for (const event of eventsOf(source)) {
      if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue
      gaps.push([from, event.valueStart])
      from = event.valueEnd
    }
  } catch (error) {
    if (error instanceof YamlFault) return []
    throw error
  }
  return [...gaps, [from, source.text.length]]
}
