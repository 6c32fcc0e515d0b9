import type { Edit, Replacement } from '../mutant.ts'
import { isOperation, isSelector, type JoinNode, placedNodes } from '../text/operations.ts'
import type { RuleText } from '../text/rule-text.ts'
import { withoutElement } from '../text/without-element.ts'

/** Leaves out an operand of the condition, or an identifier that the condition reaches only by a pattern. */
export function* dropDetection(text: RuleText): Generator<Edit> {
  const placed = [...placedNodes(text.condition)]
  for (const { node } of placed) {
    if (!isOperation(node)) continue
    for (const [index, child] of node.children.entries()) {
      const replacement = withoutOperand(text, node, index)
      if (replacement !== null) yield { node: child.id, variant: '', ...replacement }
    }
  }
  const named = new Set(placed.flatMap(({ node }) => (node.kind === 'identifier' ? [node.name] : [])))
  const selected = placed.flatMap(({ node }) => (isSelector(node) && node.children.length > 1 ? node.children : []))
  for (const name of new Set(selected.flatMap((node) => (node.kind === 'identifier' ? [node.name] : [])))) {
    const replacement = named.has(name) ? null : withoutIdentifier(text, name)
    if (replacement !== null) yield { node: name, variant: 'identifier', ...replacement }
  }
}

function withoutOperand({ source, listAt }: RuleText, node: JoinNode, index: number): Replacement | null {
  const spans = node.children.map(({ span }) => span)
  if (listAt(node.span) !== undefined) return withoutElement(source, 'item', spans, index)
  const [own, before, after] = [spans[index], spans[index - 1], spans[index + 1]]
  if (own === undefined) return null
  const { path } = source
  if (before !== undefined) return { span: { path, start: before.end, end: own.end }, text: '' }
  return after === undefined ? null : { span: { path, start: own.start, end: after.start }, text: '' }
}

function withoutIdentifier({ identifiers, entryAt, source }: RuleText, name: string): Replacement | null {
  const span = identifiers.find((identifier) => identifier.name === name)?.span
  const place = span === undefined ? undefined : entryAt(span)
  if (place === undefined) return null
  const spans = place.map.entries.map((entry) => entry.span)
  return withoutElement(source, 'entry', spans, place.map.entries.indexOf(place.entry))
}
