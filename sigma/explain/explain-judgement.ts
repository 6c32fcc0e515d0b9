import { fieldsFor } from '../events/category-names.ts'
import { type Event, type Fields, fieldValue } from '../events/event.ts'
import type { Evidence, Judgement } from '../judge/verdict.ts'
import type { Key, Leaf } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { positionOf, type Span } from '../source.ts'
import { codeFrame } from '../text/code-frame.ts'
import { visibleText } from '../text/visible-text.ts'
import { decidingNodes } from './deciding-nodes.ts'
import { evidenceTree, longList, reasonInWords } from './evidence-tree.ts'
import { farness } from './farness.ts'
import { sourceUnder } from './source-under.ts'
import { shownValue } from './words.ts'

/** How many deciding values are shown with a code frame each. */
const shownDeciding = 3

/**
 * The evidence of a judgement as indented text: first what decides, each value with the rule's line and the event's own,
 * then every node of the condition with its answer. `asked` names the parts or filters that an expectation spoke of:
 * they come first. Foreign text is made visible; nothing in it can act.
 */
export function explainJudgement(
  rule: Rule,
  event: Event,
  judgement: Judgement,
  asked: readonly string[] = [],
): string {
  const fields = fieldsFor(rule.logsource, event)
  const deciding = decidingNodes(rule, fields, judgement, asked)
  const more = deciding.length - shownDeciding
  const blocks = [
    ...deciding.slice(0, shownDeciding).map((node) => decidingBlock(rule, fields, node, judgement)),
    ...(more > 0 ? [`... and ${more} more that ${more === 1 ? 'decides' : 'decide'}`] : []),
    evidenceTree(rule, fields, judgement).join('\n'),
  ]
  return blocks.join('\n\n')
}

function decidingBlock(rule: Rule, fields: Fields, node: Key | Leaf, judgement: Judgement): string {
  const evidence = evidenceOf(judgement, node.id)
  const answer = evidence?.matched === true ? 'matches' : 'does not match'
  const reason = evidence === undefined ? '' : reasonInWords(evidence)
  const subject =
    node.field === null
      ? 'The keyword'
      : `${visibleText(node.fieldText ?? node.field)} is ${shownValue(fieldValue(fields, node.field))}, which`
  const near = evidence === undefined ? null : nearestValue(node, evidence, fields)
  if (near === null) return `${subject} ${answer}${reason} (${framed(rule, node.span)}`
  return `${subject} ${answer}; nearest of ${near.of} values (${framed(rule, near.leaf.span)}`
}

/** Of a long list none of which decides alone, the value that comes nearest to the event's; null for anything else. */
function nearestValue(
  node: Key | Leaf,
  evidence: Evidence,
  fields: Fields,
): { readonly leaf: Leaf; readonly of: number } | null {
  if (node.kind === 'leaf' || evidence.kind === 'leaf' || node.children.length <= longList) return null
  const missing = node.children.filter((_, index) => evidence.children[index]?.matched === false)
  // One that matches is what the answer hangs on, unless all of them have to.
  if (missing.length < node.children.length && node.quantifier === 'any') return null
  const [leaf] = missing
    .map((each) => ({ each, far: farness(each, fields) }))
    .sort((one, other) => one.far - other.far)
    .map(({ each }) => each)
  return leaf === undefined ? null : { leaf, of: node.children.length }
}

/** The place and the line there, which may be a filter document's. */
function framed(rule: Rule, span: Span): string {
  const path = visibleText(span.path)
  const source = sourceUnder(rule, span)
  if (source === null) return `${path})`
  const { line, column } = positionOf(source, span.start)
  return `${path}:${line}:${column}):\n${indented(codeFrame(source, span))}`
}

function evidenceOf(judgement: Judgement, id: string): Evidence | undefined {
  for (const root of judgement.identifiers.values()) {
    const found = findEvidence(root, id)
    if (found !== undefined) return found
  }
  return undefined
}

function findEvidence(evidence: Evidence, id: string): Evidence | undefined {
  if (evidence.node === id) return evidence
  if (evidence.kind === 'leaf') return undefined
  for (const child of evidence.children) {
    const found = findEvidence(child, id)
    if (found !== undefined) return found
  }
  return undefined
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}
