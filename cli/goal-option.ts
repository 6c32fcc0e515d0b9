import type { Goal } from '../generators/index.ts'
import { leavesOf, nearestNames, type Rule, visibleText } from '../sigma/index.ts'
import { UsageError } from './usage-error.ts'

/** The goals as `--goal` takes them. */
export const goalNames: readonly string[] = [
  'fires',
  'fires-via=PART',
  'suppressed-by=FILTER',
  'decides=VALUE',
  'misses=VALUE',
  'matches=VALUE',
  'without=PART',
]

/** Reads a goal for this rule. Throws a UsageError for an unknown goal, and for a value that the rule does not have once. */
export function goalIn(text: string, rule: Rule): Goal {
  const at = text.indexOf('=')
  const [name, named] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  if (name !== 'fires' && named === '') throw unknownGoal(text)
  switch (name) {
    case 'fires':
      return { kind: 'fires' }
    case 'fires-via':
      return { kind: 'fires-via', part: named }
    case 'suppressed-by':
      return { kind: 'suppressed', filters: named.split(',').map((filter) => filter.trim()) }
    case 'decides':
      return { kind: 'decisive', leaf: leafNamed(rule, named), matched: true }
    case 'misses':
      return { kind: 'decisive', leaf: leafNamed(rule, named), matched: false }
    case 'matches':
      return { kind: 'matches', leaf: leafNamed(rule, named), matched: true }
    case 'without':
      return { kind: 'needs', part: named }
    default:
      throw unknownGoal(text)
  }
}

function unknownGoal(text: string): UsageError {
  return new UsageError(`there is no goal "${visibleText(text)}"; goals: ${goalNames.join(', ')}`)
}

/** The id of the one value that is meant: by its whole id, by the end of it, or as it is written in the rule, its field and `=` before it or not. */
function leafNamed(rule: Rule, text: string): string {
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  const exact = leaves.filter(({ id }) => id === text)
  const meant =
    exact.length > 0
      ? exact
      : leaves.filter(
          ({ id, field, written }) => written === text || `${field}=${written}` === text || id.endsWith(`/${text}`),
        )
  const [leaf, ...others] = meant
  if (leaf === undefined) {
    const nearest = nearestNames(
      text,
      leaves.flatMap(({ id, written }) => [id, written]),
    ).map(visibleText)
    throw new UsageError(`the rule has no value "${visibleText(text)}"; nearest: ${nearest.join(', ') || 'none'}`)
  }
  if (others.length === 0) return leaf.id
  throw new UsageError(
    `"${visibleText(text)}" is ${meant.length} values: ${meant.map(({ id }) => visibleText(id)).join(', ')}`,
  )
}
