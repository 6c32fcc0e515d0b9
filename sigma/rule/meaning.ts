import { hash } from 'node:crypto'
import type { Correlation } from '../correlation/correlation.ts'
import { byCodeUnit } from '../text/by-code-unit.ts'
import { type Placeholders, placeholderNames } from '../values/placeholders.ts'
import { childrenOf, type Predicate } from './predicate.ts'
import type { Rule, SearchIdentifier } from './rule.ts'
import type { RuleSet } from './rule-set.ts'

/**
 * The SHA-256, in hex, of what a rule means: the text of the documents it is made of with LF ends, and the values of the
 * placeholders it uses; of a rule with filter documents theirs too, of a correlation those of the rules it refers to. Two
 * rules with one hash say the same of every event.
 */
export function meaningOf(rule: Rule | Correlation): string {
  return rule.meaning
}

/** Computes the hash that {@link meaningOf} gives. */
export function hashMeaning(
  texts: readonly string[],
  identifiers: readonly SearchIdentifier[],
  placeholders: Placeholders,
): string {
  const names = identifiers.flatMap(({ predicate }) => placeholdersIn(predicate))
  const values = [...new Set(names)]
    .sort()
    .map((name) => [name, Object.hasOwn(placeholders, name) ? placeholders[name] : []])
  // No document holds the character that parts them.
  return hash('sha256', [...texts, JSON.stringify(values)].join('\0'))
}

/** The names of the placeholders below a node. Hardly a key has any, so values are looked at only where one expands. */
function placeholdersIn(node: Predicate): readonly string[] {
  if (node.kind === 'leaf') return node.modifiers.includes('expand') ? placeholderNames(node.written) : []
  if (node.kind === 'key' && node.children[0]?.modifiers.includes('expand') !== true) return []
  return childrenOf(node).flatMap(placeholdersIn)
}

/** The hash of what all rules of a project mean together, each under its key, in whatever order they are given. */
export function meaningOfAll({ rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>): string {
  return joinMeanings([...rules, ...correlations].map(({ key, meaning }) => `${key}\n${meaning}`).sort(byCodeUnit))
}

/** The hash of what is made of several meanings, in this order: a rule with its filters, a correlation with its rules. */
export function joinMeanings(meanings: readonly string[]): string {
  return hash('sha256', meanings.join('\0'))
}
