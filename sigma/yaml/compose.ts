import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { Source, Span } from '../source.ts'
import { documentBounds } from './document-spans.ts'
import { isMergeKey, joinMerged } from './merge-keys.ts'
import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from './node.ts'
import { isCollectionTag, plainValue, taggedValue } from './scalar-value.ts'
import { flowEnd, scalarBounds } from './token-spans.ts'
import { YamlFault } from './yaml-fault.ts'

type CollectionEvent = Extract<Event, { start: number }>

/** More would let a short file spell an endless rule. */
const aliasLimit = 100

/** Aliases count with what they stand for: later stages walk the tree by recursion. */
const deepestNesting = 100

/** Builds the documents that a YAML stream's events describe, null documents left out. Throws {@link YamlFault}. */
export function composeDocuments(source: Source, events: readonly Event[]): readonly YamlDocument[] {
  const bounds = documentBounds(source.text)
  const documents: YamlDocument[] = []
  let at = 0
  for (const root of composeRoots(source, events)) {
    if (root.kind === 'scalar' && root.value === null) continue
    while (at + 1 < bounds.length && (bounds[at + 1]?.[0] ?? 0) <= root.span.start) at += 1
    const [start, end] = bounds[at] ?? [0, source.text.length]
    documents.push({ root, span: { path: source.path, start, end } })
  }
  return documents
}

function composeRoots(source: Source, events: readonly Event[]): readonly YamlNode[] {
  const { text, path } = source
  const anchors = new Map<string, { node: YamlNode; expansions: number; height: number }>()
  let next = 0
  /** Where the last token ended: what an empty scalar or a closing bracket is looked for from. */
  let reached = 0
  let expansions = 0
  let depth = 0
  /** The greatest depth since it was last set. */
  let deepest = 0

  const roots: YamlNode[] = []
  while (next < events.length) {
    const event = events[next]
    next += 1
    if (event?.type !== EVENT_ID.DOCUMENT) continue
    anchors.clear()
    expansions = 0
    if (events[next]?.type !== EVENT_ID.POP) roots.push(node())
  }
  return roots

  function span(start: number, end: number): Span {
    return { path, start, end }
  }

  function node(): YamlNode {
    const event = events[next]
    next += 1
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return isPlain(event) ? scalar(event) : anchored(event, () => scalar(event))
      case EVENT_ID.SEQUENCE:
        return isPlain(event) ? list(event) : anchored(event, () => list(event))
      case EVENT_ID.MAPPING:
        return isPlain(event) ? map(event) : anchored(event, () => map(event))
      case EVENT_ID.ALIAS:
        return alias(event.anchorStart, event.anchorEnd)
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
      case undefined:
        throw new YamlFault('a value is missing', span(reached, reached))
    }
  }

  function anchored<Node extends YamlNode>(event: ScalarEvent | CollectionEvent, compose: () => Node): Node {
    const before = { expansions, deepest }
    deepest = depth
    if (event.tagEnd > reached) reached = event.tagEnd
    if (event.anchorEnd > reached) reached = event.anchorEnd
    const composed = compose()
    if (event.anchorStart >= 0) {
      const name = text.slice(event.anchorStart, event.anchorEnd)
      if (isEmpty(composed)) {
        // YAML would take it for a null called so; whoever writes it in a rule means the text.
        throw new YamlFault(`the anchor &${name} names no value`, span(event.anchorStart - 1, event.anchorEnd))
      }
      anchors.set(name, { node: composed, expansions: expansions - before.expansions, height: deepest - depth })
    }
    deepest = Math.max(deepest, before.deepest)
    return composed
  }

  function alias(start: number, end: number): YamlNode {
    const target = anchors.get(text.slice(start, end))
    if (target === undefined) throw new YamlFault('an alias names no complete anchor', span(start - 1, end))
    expansions += 1 + target.expansions
    if (expansions > aliasLimit) {
      throw new YamlFault(`more than ${aliasLimit} alias expansions`, span(start - 1, end))
    }
    deepest = Math.max(deepest, depth + target.height)
    if (deepest > deepestNesting) throw new YamlFault(`nested deeper than ${deepestNesting}`, span(start - 1, end))
    reached = end
    return target.node
  }

  function scalar(event: ScalarEvent): YamlScalar {
    const [start, end] = scalarBounds(text, event, reached)
    const written = getScalarValue(text, event)
    reached = end
    return {
      kind: 'scalar',
      value: scalarValue(event, written, span(start, end)),
      text: written,
      isPlain: event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0,
      span: span(start, end),
    }
  }

  function scalarValue(event: ScalarEvent, written: string, at: Span): YamlScalar['value'] {
    if (event.tagStart < 0) return event.style === SCALAR_STYLE.PLAIN ? plainValue(written) : written
    const tag = text.slice(event.tagStart, event.tagEnd)
    const value = taggedValue(tag, written)
    if (value === undefined) throw new YamlFault(`the tag ${tag} does not fit here`, at)
    return value
  }

  function list(event: CollectionEvent): YamlNode {
    checkTag(event, 'list')
    const items: YamlNode[] = []
    open(event)
    while (events[next]?.type !== EVENT_ID.POP) items.push(node())
    return { kind: 'list', items, span: close(event) }
  }

  function map(event: CollectionEvent): YamlNode {
    checkTag(event, 'map')
    const own: YamlEntry[] = []
    const merged: YamlNode[] = []
    const keys = new Set<string>()
    open(event)
    while (events[next]?.type !== EVENT_ID.POP) {
      const keyEvent = events[next]
      const key = node()
      const keyEnd = reached
      if (key.kind !== 'scalar') throw new YamlFault('a key must be a scalar', key.span)
      if (keys.has(key.text)) throw new YamlFault(`duplicate key '${key.text}'`, key.span)
      keys.add(key.text)
      const value = node()
      if (isMergeKey(text, keyEvent)) merged.push(value)
      else {
        const end = Math.max(reached, keyEnd)
        own.push({ key: key.text, keySpan: key.span, value, span: span(key.span.start, end) })
      }
    }
    return { kind: 'map', entries: joinMerged(own, merged), span: close(event) }
  }

  function open(event: CollectionEvent): void {
    reached = event.start
    depth += 1
    deepest = Math.max(deepest, depth)
  }

  /** Leaves a collection and says what it covered. */
  function close(event: CollectionEvent): Span {
    next += 1
    depth -= 1
    if (isBracketed(event)) reached = flowEnd(text, Math.max(reached, event.start + 1))
    return span(event.start, Math.max(reached, event.start))
  }

  /** A pair in a flow list, such as `[a: b]`, is a flow map without brackets of its own. */
  function isBracketed(event: CollectionEvent): boolean {
    return event.style === COLLECTION_STYLE.FLOW && (text[event.start] === '[' || text[event.start] === '{')
  }

  function checkTag(event: CollectionEvent, kind: 'list' | 'map'): void {
    if (event.tagStart < 0) return
    const tag = text.slice(event.tagStart, event.tagEnd)
    if (!isCollectionTag(tag, kind)) {
      throw new YamlFault(`the tag ${tag} does not fit here`, span(event.tagStart, event.tagEnd))
    }
  }
}

/** A value left out, as opposed to a null that is written. */
function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.text === '' && node.value === null
}

/** Nearly every node: it has neither a tag nor an anchor. */
function isPlain(event: ScalarEvent | CollectionEvent): boolean {
  return event.tagEnd < 0 && event.anchorEnd < 0
}
