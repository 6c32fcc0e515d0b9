import { type Fields, fieldValue } from '../events/event.ts'
import { filteredId } from '../filters/apply-filters.ts'
import type { Evidence, Judgement, Reason } from '../judge/verdict.ts'
import type { Key, Predicate } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { visibleText } from '../text/visible-text.ts'
import { farness } from './farness.ts'
import { cut, shownValue } from './words.ts'

/** Every node of the condition with its answer, a line a node; a reference has its identifier's tree below it. */
export function evidenceTree(rule: Rule, fields: Fields, judgement: Judgement): readonly string[] {
  const byName = new Map(rule.identifiers.map((identifier) => [identifier.name, identifier]))

  const lines = (node: Predicate, evidence: Evidence, depth: number): readonly string[] => {
    const answer = evidence.matched ? '✓' : '✗'
    return [
      `${'  '.repeat(depth)}${answer} ${labelOf(node)}${reasonInWords(evidence)}`,
      ...(evidence.kind === 'leaf' ? [] : below(node, evidence.children, depth + 1)),
    ]
  }

  const below = (node: Predicate, answers: readonly Evidence[], depth: number): readonly string[] => {
    switch (node.kind) {
      case 'identifier': {
        const predicate = byName.get(node.name)?.predicate
        const [own] = answers
        if (predicate === undefined || own === undefined) return []
        const isPlain = predicate.kind === 'all' && own.kind === 'branch'
        return isPlain ? below(predicate, own.children, depth) : lines(predicate, own, depth)
      }
      case 'not':
        return pairsOf([node.child], answers).flatMap((pair) => lines(pair.node, pair.answer, depth))
      case 'all':
      case 'any':
        return pairsOf(node.children, answers).flatMap((pair) => lines(pair.node, pair.answer, depth))
      case 'key':
        return listLines(pairsOf(node.children, answers), depth)
      case 'leaf':
        return []
    }
  }

  const listLines = (pairs: readonly Pair[], depth: number): readonly string[] => {
    const shown = shownOf(pairs, fields)
    const hidden = pairs.length - shown.length
    return [
      ...shown.flatMap((pair) => lines(pair.node, pair.answer, depth)),
      ...(hidden > 0 ? [`${'  '.repeat(depth)}  ... ${hidden} more values do not match`] : []),
    ]
  }

  const labelOf = (node: Predicate): string => {
    switch (node.kind) {
      case 'all':
      case 'any':
      case 'not':
        return isOfCondition(node) ? conditionText(rule, node) : wordsFor[node.kind]
      case 'identifier':
        return `${visibleText(node.name)}${byName.get(node.name)?.role === 'filter' ? ' (filter)' : ''}`
      case 'key':
        return keyLabel(node, fields)
      case 'leaf':
        return node.field === null ? `keyword ${shownValue(node.written)}` : shownValue(node.written)
    }
  }

  return lines(rule.condition, judgement.evidence, 0)
}

interface Pair {
  readonly node: Predicate
  readonly answer: Evidence
}

function pairsOf(nodes: readonly Predicate[], answers: readonly Evidence[]): readonly Pair[] {
  return nodes.flatMap((node, index) => {
    const answer = answers[index]
    return answer === undefined ? [] : [{ node, answer }]
  })
}

/** All values of a short list; of a long one what matched, then what came nearest to the event's value. */
function shownOf(pairs: readonly Pair[], fields: Fields): readonly Pair[] {
  const unmatched = pairs.filter((pair) => !pair.answer.matched)
  if (unmatched.length <= longList) return pairs
  const far = new Map(unmatched.map((pair) => [pair, pair.node.kind === 'leaf' ? farness(pair.node, fields) : 1]))
  const nearest = unmatched.toSorted((one, other) => (far.get(one) ?? 1) - (far.get(other) ?? 1))
  return [...pairs.filter((pair) => pair.answer.matched), ...nearest.slice(0, longList)]
}

/** So many values of a list are shown; of more, the nearest. */
export const longList = 8

function keyLabel(key: Key, fields: Fields): string {
  if (key.field === null) return 'keywords'
  const name = visibleText([key.fieldText ?? key.field, ...(key.children[0]?.modifiers ?? [])].join('|'))
  return `${name}: the event has ${shownValue(fieldValue(fields, key.field))}`
}

const wordsFor: Readonly<Record<'all' | 'any' | 'not', string>> = { all: 'all of', any: 'any of', not: 'not' }

/** What filter documents join a condition with is written nowhere. */
function isOfCondition(node: Predicate): boolean {
  if (node.id === filteredId || node.id.startsWith(`${filteredId}/`)) return false
  return node.id === 'condition' || node.id.startsWith('condition/')
}

/** The condition's own words, as the rule's author wrote them. */
function conditionText(rule: Rule, node: Predicate): string {
  return cut(visibleText(rule.source.text.slice(node.span.start, node.span.end).replaceAll(/\s+/g, ' ').trim()))
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

/** What a reader would not guess from the two values; empty where they say it all. */
export function reasonInWords(evidence: Evidence): string {
  return evidence.kind === 'leaf' ? reasons[evidence.reason] : ''
}
