import { codeFrame } from './code-frame.ts'
import type { Fields, Json } from './event.ts'
import { fieldValue } from './event.ts'
import { type Key, type Leaf, leavesOf, nodesOf, type Predicate } from './predicate.ts'
import type { Rule, SearchIdentifier } from './rule.ts'
import { positionOf, type Span } from './source.ts'
import type { Evidence, Judgement, Reason } from './verdict.ts'
import { visibleText } from './visible-text.ts'

/**
 * The evidence of a judgement as indented text: first what decides, each with the rule's line and the event's value,
 * then every node of the condition with its answer. Foreign text is made visible; nothing in it can act.
 */
export function explainJudgement(rule: Rule, fields: Fields, judgement: Judgement): string {
  const deciding = decidingNodes(rule, judgement)
  const shown = deciding.slice(0, shownDeciding)
  const more = deciding.length - shown.length
  const blocks = [
    ...shown.map((node) => decidingBlock(rule, fields, node, judgement)),
    ...(more > 0 ? [`... and ${more} more that decide`] : []),
    treeOf(rule, fields, judgement).join('\n'),
  ]
  return blocks.join('\n\n')
}

/** How many deciding values are shown with a code frame each. */
const shownDeciding = 3

/** The verdict in a few words, for the first line of a message: `is suppressed by filter_main_localhost`. */
export function verdictInWords(judgement: Judgement): string {
  const { verdict } = judgement
  switch (verdict.kind) {
    case 'fires':
      return 'fires'
    case 'suppressed':
      return `is suppressed by ${inWords(verdict.by)}`
    case 'missed':
      return verdict.fields.length === 0
        ? 'is silent, whatever else would match'
        : `is silent because ${inWords(verdict.fields)} ${verdict.fields.length === 1 ? 'does' : 'do'} not match`
    case 'wrong-log-source':
      return `is silent because of its log source (${visibleText(verdict.wanted)}, not ${visibleText(verdict.actual)})`
  }
}

/** A list of names as a reader says it: `a`, `a and b`, `a, b and c`. */
export function inWords(names: readonly string[]): string {
  const visible = names.map(visibleText)
  const last = visible.at(-1) ?? 'nothing'
  return visible.length < 2 ? last : `${visible.slice(0, -1).join(', ')} and ${last}`
}

/** A value of an event as a scenario would write it; long ones are cut. */
export function shownValue(value: Json | undefined): string {
  if (value === undefined) return 'absent'
  const text = typeof value === 'string' ? `"${visibleText(value)}"` : visibleText(JSON.stringify(value))
  return text.length > valueWidth ? `${text.slice(0, valueWidth)}... (${text.length} characters)` : text
}

const valueWidth = 160

/** The decisive leaves; where no value decides alone, the keys of the parts that stand in the way. */
function decidingNodes(rule: Rule, judgement: Judgement): readonly (Key | Leaf)[] {
  const nodes = rule.identifiers.flatMap((identifier) => [...nodesOf(identifier.predicate)])
  const leaves = nodes.filter((node) => node.kind === 'leaf').filter((leaf) => judgement.decisive.has(leaf.id))
  if (leaves.length > 0) return orderedForVerdict(leaves, rule, judgement)
  const { verdict } = judgement
  if (verdict.kind !== 'missed' && verdict.kind !== 'suppressed') return []
  const culprits = new Set(verdict.kind === 'missed' ? verdict.fields : verdict.by)
  return rule.identifiers.flatMap((identifier) =>
    [...nodesOf(identifier.predicate)].filter((node): node is Key => {
      return node.kind === 'key' && (culprits.has(identifier.name) || (node.field !== null && culprits.has(node.field)))
    }),
  )
}

/** A silent rule is explained by what is in its way: filters first when one suppresses it, selections when it misses. */
function orderedForVerdict(leaves: readonly Leaf[], rule: Rule, judgement: Judgement): readonly Leaf[] {
  const inFilter = new Set(
    rule.identifiers
      .filter((identifier) => identifier.role === 'filter')
      .flatMap((identifier) => [...leavesOf(identifier.predicate)].map((leaf) => leaf.id)),
  )
  const first = judgement.verdict.kind === 'suppressed'
  return [
    ...leaves.filter((leaf) => inFilter.has(leaf.id) === first),
    ...leaves.filter((leaf) => inFilter.has(leaf.id) !== first),
  ]
}

function decidingBlock(rule: Rule, fields: Fields, node: Key | Leaf, judgement: Judgement): string {
  const evidence = evidenceOf(judgement, node.id)
  const answer = evidence?.matched === true ? 'matches' : `does not match${reasonSuffix(evidence)}`
  const subject =
    node.field === null ? 'no field: a keyword' : `${visibleText(node.field)} is ${valueIn(fields, node.field)}`
  const { line, column } = positionOf(rule.source, node.span.start)
  const place = `${visibleText(rule.source.path)}:${line}:${column}`
  return [`${subject}, and this ${answer} (${place}):`, indented(frameOf(rule, node.span), 2)].join('\n')
}

/** A filter document's nodes lie in another file, whose text is not at hand: their place alone has to do. */
function frameOf(rule: Rule, span: Span): string {
  return span.path === rule.source.path ? codeFrame(rule.source, span) : visibleText(span.path)
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

/** The whole tree, a line a node; a reference shows its identifier's tree below it. */
function treeOf(rule: Rule, fields: Fields, judgement: Judgement): readonly string[] {
  const byName = new Map(rule.identifiers.map((identifier) => [identifier.name, identifier]))
  const lines = (node: Predicate, evidence: Evidence, depth: number): readonly string[] => {
    const line = `${'  '.repeat(depth)}${markOf(evidence)} ${labelOf(rule, fields, node, byName)}${reasonSuffix(evidence)}`
    if (evidence.kind === 'leaf') return [line]
    if (node.kind === 'identifier') {
      const identifier = byName.get(node.name)
      const own = evidence.children[0]
      if (identifier === undefined || own === undefined) return [line]
      return [line, ...below(identifier.predicate, own, depth + 1)]
    }
    return [line, ...below(node, evidence, depth + 1)]
  }
  const below = (node: Predicate, evidence: Evidence, depth: number): readonly string[] => {
    if (evidence.kind === 'leaf') return lines(node, evidence, depth)
    switch (node.kind) {
      case 'not': {
        const child = evidence.children[0]
        return child === undefined ? [] : lines(node.child, child, depth)
      }
      case 'all':
      case 'any':
      case 'key': {
        const pairs = node.children.flatMap((child, index) => {
          const answer = evidence.children[index]
          return answer === undefined ? [] : [{ child, answer }]
        })
        const shown = node.kind === 'key' ? shownLeaves(pairs) : pairs
        const hidden = pairs.length - shown.length
        return [
          ...shown.flatMap(({ child, answer }) => lines(child, answer, depth)),
          ...(hidden > 0 ? [`${'  '.repeat(depth)}  ... ${hidden} more values do not match`] : []),
        ]
      }
      case 'identifier':
      case 'leaf':
        return []
    }
  }
  return lines(rule.condition, judgement.evidence, 0)
}

interface Pair {
  readonly child: Predicate
  readonly answer: Evidence
}

/** All leaves of a short list; of a long one what matched and the first few that did not. */
function shownLeaves(pairs: readonly Pair[]): readonly Pair[] {
  if (pairs.length <= shownOfList) return pairs
  const unmatched = pairs.filter((pair) => !pair.answer.matched).slice(0, shownOfList)
  return pairs.filter((pair) => pair.answer.matched || unmatched.includes(pair))
}

const shownOfList = 8

function labelOf(rule: Rule, fields: Fields, node: Predicate, byName: ReadonlyMap<string, SearchIdentifier>): string {
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'not':
      return conditionText(rule, node)
    case 'identifier':
      return `${visibleText(node.name)}${byName.get(node.name)?.role === 'filter' ? ' (filter)' : ''}`
    case 'key':
      return node.field === null ? 'keywords' : `${keyText(node)}: the event has ${valueIn(fields, node.field)}`
    case 'leaf':
      return node.field === null ? `keyword ${shownValue(node.written)}` : shownValue(node.written)
  }
}

function keyText(key: Key): string {
  const modifiers = key.children[0]?.modifiers ?? []
  return visibleText([key.field ?? '', ...modifiers].join('|'))
}

function conditionText(rule: Rule, node: Predicate): string {
  if (node.span.path !== rule.source.path) return node.kind
  const text = rule.source.text.slice(node.span.start, node.span.end).replaceAll(/\s+/g, ' ').trim()
  if (!node.id.startsWith('condition')) return node.kind === 'all' ? 'all of these' : 'any of these'
  return text.length > valueWidth ? `${visibleText(text.slice(0, valueWidth))}...` : visibleText(text)
}

const reasons: Readonly<Record<Reason, string>> = {
  matched: '',
  'field-absent': ' (absent from the event)',
  'field-null': ' (null in the event)',
  'field-present': ' (the event has the field)',
  'value-differs': '',
  'case-differs': ' (only the letter case differs)',
  'not-an-address': ' (not an IP address)',
  'not-a-number': ' (not a number)',
  'not-a-time': ' (not a time)',
  'other-field-absent': ' (the other field is absent)',
  'no-keyword': '',
}

function reasonSuffix(evidence: Evidence | undefined): string {
  return evidence?.kind === 'leaf' ? reasons[evidence.reason] : ''
}

function markOf(evidence: Evidence): string {
  return evidence.matched ? '✓' : '✗'
}

function valueIn(fields: Fields, field: string): string {
  return shownValue(fieldValue(fields, field))
}

function indented(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => `${' '.repeat(by)}${line}`)
    .join('\n')
}
