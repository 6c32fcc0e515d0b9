import { type Edge, edgesOf, type Goal } from '../../generators/index.ts'
import { type Leaf, leavesOf, nearestOrKnown, type Rule, visibleText } from '../../sigma/index.ts'
import { UsageError } from './usage-error.ts'

/** Places at the edge of what a value matches; each is a goal of that name. */
const edges: readonly Edge[] = [
  'first',
  'last',
  'before',
  'after',
  'bound',
  'below',
  'above',
  'without-first',
  'without-last',
]

/** The goals as `--goal` takes them. */
export const goalNames: readonly string[] = [
  'fires',
  'silent',
  'fires-via=PART',
  'suppressed-by=FILTER',
  'decides=VALUE',
  'misses=VALUE',
  ...edges.map((edge) => `${edge}=VALUE`),
  'matches=VALUE',
  'without=PART',
  'and-not=RULE',
  'differs-from=RULE',
]

/** A goal, with the rules that it is about. */
export interface GoalAim {
  readonly goal: Goal
  /** The rule that was named for the events first, then those that the goal names. */
  readonly rules: readonly Rule[]
}

/**
 * Reads a goal for this rule; `find` looks up another rule that the goal names. Throws a UsageError for an unknown goal,
 * and for a value that the rule does not have once.
 */
export function aimIn(text: string, rule: Rule, find: (name: string) => Rule): GoalAim {
  const at = text.indexOf('=')
  const [name, named] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  switch (name) {
    case 'and-not':
    case 'differs-from': {
      if (named === '') throw unknownGoal(text)
      const goal: Goal = { kind: name === 'and-not' ? 'only-first' : 'differ' }
      return { goal, rules: [rule, find(named)] }
    }
    default:
      return { goal: goalIn(name, named, rule), rules: [rule] }
  }
}

function goalIn(name: string, named: string, rule: Rule): Goal {
  const isWhole = name === 'fires' || name === 'silent'
  if (isWhole !== (named === '')) throw unknownGoal(named === '' ? name : `${name}=${named}`)
  const edge = edges.find((each) => each === name)
  if (edge !== undefined) return { kind: 'boundary', leaf: leafWithEdge(rule, named, edge).id, edge }
  switch (name) {
    case 'fires':
    case 'silent':
      return { kind: name }
    case 'fires-via':
      return { kind: 'fires-via', part: named }
    case 'suppressed-by':
      return { kind: 'suppressed', filters: named.split(',').map((filter) => filter.trim()) }
    case 'decides':
      return { kind: 'decisive', leaf: leafNamed(rule, named).id, matched: true }
    case 'misses':
      return { kind: 'decisive', leaf: leafNamed(rule, named).id, matched: false }
    case 'matches':
      return { kind: 'matches', leaf: leafNamed(rule, named).id, matched: true }
    case 'without':
      return { kind: 'needs', part: named }
    default:
      throw unknownGoal(`${name}=${named}`)
  }
}

function leafWithEdge(rule: Rule, named: string, edge: Edge): Leaf {
  const leaf = leafNamed(rule, named)
  const own = edgesOf(leaf)
  if (own.includes(edge)) return leaf
  const has = own.length === 0 ? 'only a number, a network or a text has any' : `it has: ${own.join(', ')}`
  throw new UsageError(`"${visibleText(named)}" has no edge "${edge}"; ${has}`)
}

function unknownGoal(text: string): UsageError {
  return new UsageError(`there is no goal "${visibleText(text)}"; goals: ${goalNames.join(', ')}`)
}

/** The one value that is meant: by its whole id, by the end of it, or as it is written in the rule, its field and `=` before it or not. */
function leafNamed(rule: Rule, text: string): Leaf {
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
    const known = leaves.flatMap(({ id, written }) => [id, written])
    const hint = nearestOrKnown(text, known, { listed: leaves.map(({ id }) => id) })
    throw new UsageError(`the rule has no value "${visibleText(text)}"; ${hint}`)
  }
  if (others.length === 0) return leaf
  throw new UsageError(
    `"${visibleText(text)}" is ${meant.length} values: ${meant.map(({ id }) => visibleText(id)).join(', ')}`,
  )
}
