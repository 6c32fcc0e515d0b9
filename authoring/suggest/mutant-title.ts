import type { Mutant, SuggestionTitle } from '../../measures/index.ts'
import { type Evidence, type Judgement, type NodeId, nodesOf, type Predicate } from '../../sigma/index.ts'
import { type AnswerOfLeaf, keyWords, leafWords, partWords } from './mutant-words.ts'
import type { RuleInWords } from './rule-reading.ts'

/**
 * What a scenario that tells a rule from a mutant is called, after its verdict: what of the rule the mutant has lost or
 * given up, in the words of the rule. Nothing where the rule has no such part, as where a filter document was turned over.
 */
export function mutantTitle(reading: RuleInWords, judgement: Judgement, mutant: Mutant): SuggestionTitle {
  const { rule } = reading
  const answered = answersIn(judgement)
  const identifier = rule.identifiers.find(({ name }) => mutant.variant === 'identifier' && name === mutant.node)
  if (identifier !== undefined) return partWords(identifier.predicate, identifier.name, answered, reading, mutant)
  const node = nodeIn(reading, mutant)
  switch (node?.kind) {
    case undefined:
      return { words: '', value: null }
    case 'leaf':
      return leafWords(node, answered, reading, mutant)
    case 'key':
      return keyWords(node, answered, reading, mutant)
    case 'identifier':
    case 'not':
    case 'all':
    case 'any':
      return partWords(node, null, answered, reading, mutant)
  }
}

/** A filter document's nodes stand in a rule below the filter's own. */
function nodeIn({ rule }: RuleInWords, { node }: Mutant): Predicate | undefined {
  const roots = [rule.condition, ...rule.identifiers.map(({ predicate }) => predicate)]
  const nodes = roots.flatMap((root) => [...nodesOf(root)])
  return nodes.find(({ id }) => id === node) ?? nodes.find(({ id }) => id.endsWith(`/${node}`))
}

function answersIn({ evidence, identifiers }: Judgement): AnswerOfLeaf {
  const matched = new Set<NodeId>()
  const open: Evidence[] = [evidence, ...identifiers.values()]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.matched) matched.add(next.node)
    if (next.kind === 'branch') open.push(...next.children)
  }
  return (id) => matched.has(id)
}
