import type { Span } from '../source.ts'
import type { YamlComment } from '../yaml/comments.ts'
import type { YamlDocument, YamlNode } from '../yaml/node.ts'

/** What a comment speaks of: the stretches in which a problem has to begin. */
export interface CommentReach {
  readonly kind: 'document' | 'below' | 'line'
  readonly document: YamlDocument | null
  readonly spans: readonly Span[]
}

/**
 * What a comment covers, by where it stands:
 * - before a document's first key, or alone on a line that is not indented: the whole document;
 * - alone on an indented line: the next key or list item below, with all in it;
 * - at the end of a line: what stands on that line, and all of what begins there last: the values below a `key:`, a text
 *   of several lines.
 * Above the first `---` it belongs to the document below.
 */
export function coveredByComment(comment: YamlComment, documents: readonly YamlDocument[], text: string): CommentReach {
  const { start } = comment.span
  const document = documents.find(({ span }) => span.end > start)
  if (document === undefined) return { kind: comment.alone ? 'below' : 'line', document: null, spans: [] }
  const { root } = document
  if (start < root.span.start || (comment.alone && columnOf(start, text) <= columnOf(root.span.start, text))) {
    return { kind: 'document', document, spans: [document.span] }
  }
  const { parts, texts } = partsIn(root)
  if (comment.alone) {
    return { kind: 'below', document, spans: parts.slice(firstFrom(parts, start), firstFrom(parts, start) + 1) }
  }
  const line = { path: root.span.path, start: text.lastIndexOf('\n', start - 1) + 1, end: start }
  const opened = parts.slice(firstFrom(parts, line.start), firstFrom(parts, line.end))
  const last = opened.at(-1)
  // Texts do not overlap: only the last that begins before the line can reach into it.
  const begun = texts[firstFrom(texts, line.start) - 1]
  const reaching = begun !== undefined && begun.end > line.start ? [begun] : []
  return { kind: 'line', document, spans: [line, ...(last === undefined ? [] : [last]), ...reaching] }
}

/** Whether a problem that stands here is one of what is covered. */
export function isCovered({ start, end }: Span, { spans }: CommentReach): boolean {
  return spans.some((span) => span.start <= start && (start < span.end || (start === end && start === span.end)))
}

/** Sorted by where they start, of those that start together the outermost first. */
interface CommentTargets {
  /** Every entry of a map, every item of a list, every single value. */
  readonly parts: readonly Span[]
  /** Single values alone, which may go over several lines. */
  readonly texts: readonly Span[]
}

const known = new WeakMap<YamlNode, CommentTargets>()

/** Worked out once for a document: it may hold as many comments as lines. */
function partsIn(root: YamlNode): CommentTargets {
  const cached = known.get(root)
  if (cached !== undefined) return cached
  const parts = partsOf(root).toSorted((one, other) => one.start - other.start || other.end - one.end)
  const texts = textsOf(root).toSorted((one, other) => one.start - other.start)
  known.set(root, { parts, texts })
  return { parts, texts }
}

function partsOf(node: YamlNode): readonly Span[] {
  switch (node.kind) {
    case 'scalar':
      return []
    case 'list':
      return node.items.flatMap((item) => [item.span, ...partsOf(item)])
    case 'map':
      return node.entries.flatMap(({ span, value }) => {
        return [span, ...(value.kind === 'scalar' ? [value.span] : []), ...partsOf(value)]
      })
  }
}

function textsOf(node: YamlNode): readonly Span[] {
  switch (node.kind) {
    case 'scalar':
      return [node.span]
    case 'list':
      return node.items.flatMap(textsOf)
    case 'map':
      return node.entries.flatMap(({ value }) => textsOf(value))
  }
}

/** The position of the first of these that starts at an offset or after it. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let [first, last] = [0, spans.length]
  while (first < last) {
    const middle = Math.floor((first + last) / 2)
    if ((spans[middle]?.start ?? 0) < offset) first = middle + 1
    else last = middle
  }
  return first
}

function columnOf(offset: number, text: string): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}
