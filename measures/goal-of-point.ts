import type { Goal } from '../generators/index.ts'
import type { Rule } from '../sigma/index.ts'
import type { RulePoint } from './point.ts'
import { suppressingSets } from './suppression.ts'

/**
 * What an event has to be for an assertion on it to cover this point of the rule. A filter that never suppresses alone can
 * do so in several sets (see {@link goalsOf}): this is the first of them.
 */
export function goalOf(rule: Rule, point: RulePoint): Goal {
  return goalsOf(rule, point).goals[0]
}

/** The goals of which any one covers a point; `all` when nothing else could. */
export interface PointGoals {
  readonly goals: readonly [Goal, ...Goal[]]
  readonly all: boolean
}

/** Every way in which an event can cover this point of the rule. */
export function goalsOf(rule: Rule, point: RulePoint): PointGoals {
  switch (point.kind) {
    case 'outcome':
      return only(point.answer === 'fires' ? { kind: 'fires' } : { kind: 'silent' })
    case 'detection': {
      const { identifier, answer } = point
      if (answer === 'suppressing') return suppressing(rule, identifier)
      return only({ kind: 'identifier', name: identifier, matched: answer === 'true' })
    }
    case 'value':
      return only({ kind: 'matches', leaf: point.leaf, matched: point.answer === 'matched' })
    case 'decision':
      return only({ kind: 'decisive', leaf: point.leaf, matched: point.answer === 'true' })
  }
}

function suppressing(rule: Rule, filter: string): PointGoals {
  const found = suppressingSets(rule).get(filter)
  const [first = [filter], ...others] = found?.sets ?? []
  const goalFor = (filters: readonly string[]): Goal => ({ kind: 'suppressed', filters })
  return { goals: [goalFor(first), ...others.map(goalFor)], all: found?.all ?? true }
}

function only(goal: Goal): PointGoals {
  return { goals: [goal], all: true }
}
