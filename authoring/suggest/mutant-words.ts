import type { Mutant, MutationOperator, SuggestionTitle } from '../../measures/index.ts'
import { childrenOf, type Key, type Leaf, type NodeId, type Predicate } from '../../sigma/index.ts'
import type { RuleInWords } from './rule-reading.ts'
import { withArticle } from './subjects.ts'

/** Whether a node of the rule matches the event. */
export type AnswerOfLeaf = (id: NodeId) => boolean

/** Of a value: which side of it the event is on. */
export function leafWords(
  leaf: Leaf,
  answered: AnswerOfLeaf,
  { subjects }: RuleInWords,
  { operator, variant }: Mutant,
): SuggestionTitle {
  const isMatched = answered(leaf.id)
  const words = wordsOfLeaf[operator]?.(isMatched, variant) ?? withOrWithout(isMatched)
  return { words: `${words} ${withArticle(subjects.get(leaf.id) ?? '')}`, value: leaf.written }
}

/** Those that do more than take the value away. */
const wordsOfLeaf: Readonly<Partial<Record<MutationOperator, (isMatched: boolean, variant: string) => string>>> = {
  'shorten-value': (isMatched, variant) => `${withOrWithout(isMatched)} the ${variant} character of`,
  'resize-network': (isMatched) => (isMatched ? 'inside' : 'outside'),
  'move-bound': (isMatched) => (isMatched ? 'just within' : 'just beyond'),
  'drop-regex-anchor': (_, variant) => `with more ${beforeOrAfter(variant)}`,
  'insert-wildcard': (_, variant) => `with more ${beforeOrAfter(variant)}`,
  'drop-wildcard': (isMatched, variant) => `with ${isMatched ? 'something' : 'nothing'} for wildcard ${variant} of`,
}

/** Of a field: what it asks for, and what the mutant asks for instead. */
export function keyWords(key: Key, answered: AnswerOfLeaf, { subjects }: RuleInWords, mutant: Mutant): SuggestionTitle {
  const [leaf, ...others] = key.children
  const isMatched = answered(key.id)
  const subject = subjects.get(leaf?.id ?? '') ?? ''
  const words = `${withOrWithout(isMatched)} ${withArticle(subject)}`
  const value = others.length === 0 ? (leaf?.written ?? null) : null
  const modifiers = leaf === undefined ? undefined : changedModifiers(leaf.modifiers, mutant)
  if (modifiers === undefined) return { words, value }
  const changed = [key.field ?? 'keyword', ...modifiers].join('|')
  return { words: `${words}, ${isMatched ? 'not with' : 'but with'} ${withArticle(changed)}`, value }
}

/** The modifiers as the mutant has them; undefined where it leaves them alone. */
function changedModifiers(modifiers: readonly string[], { operator, variant }: Mutant): readonly string[] | undefined {
  const gone = dropped[operator]
  if (gone !== undefined) return modifiers.filter((each) => each !== gone)
  if (operator !== 'swap-anchor') return undefined
  const isOwn = (each: string) => anchors.includes(each)
  const made = variant === 'equals' ? [] : [variant]
  return modifiers.some(isOwn) ? modifiers.flatMap((each) => (isOwn(each) ? made : [each])) : [...modifiers, ...made]
}

const anchors: readonly string[] = ['contains', 'startswith', 'endswith']

const dropped: Readonly<Partial<Record<MutationOperator, string>>> = {
  'drop-all': 'all',
  'drop-cased': 'cased',
  'drop-not': 'neq',
}

/** Of something larger: a part of the condition, one map of a list. `name` is that of a whole identifier. */
export function partWords(
  node: Predicate,
  name: string | null,
  answered: AnswerOfLeaf,
  { rule }: RuleInWords,
  { operator, variant, original }: Mutant,
): SuggestionTitle {
  if (operator === 'swap-and-or') return { words: 'with only one side of', value: sides(node) }
  if (operator === 'swap-one-and-all') {
    return { words: `with only some of ${written(node).replace(/^\S+\s+of\s+/, '')}`, value: null }
  }
  const identifier = rule.identifiers.find(({ predicate }) => node.id.startsWith(`${predicate.id}/`))
  if (name === null && identifier !== undefined) {
    const text = onOneLine(original).replace(/^- /, '')
    return { words: `${withOrWithout(answered(node.id))} this part of ${identifier.name}:`, value: text }
  }
  const bare = withoutNot(node)
  return { words: `${withOrWithout(answered(bare.id))} ${name ?? written(bare)}`, value: null }

  function sides(whole: Predicate): string {
    const index = Number(variant)
    const parts = childrenOf(whole).slice(index, index + 2)
    return parts.map(written).join(` ${original} `)
  }

  function written(part: Predicate): string {
    if (part.kind === 'identifier') return part.name
    const { path, start, end } = part.span
    const sources = [rule.source, ...rule.filters.map(({ source }) => source)]
    return onOneLine(sources.find((source) => source.path === path)?.text.slice(start, end) ?? '')
  }
}

function withoutNot(node: Predicate): Predicate {
  return node.kind === 'not' ? withoutNot(node.child) : node
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function withOrWithout(isMatched: boolean): string {
  return isMatched ? 'with' : 'without'
}

function beforeOrAfter(variant: string): string {
  return variant === 'first' ? 'before' : 'after'
}
