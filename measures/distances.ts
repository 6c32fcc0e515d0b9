import { distanceTo } from '../generators/index.ts'
import { type Event, type Evidence, evaluateRule, leavesOf, type NodeId, type Rule } from '../sigma/index.ts'
import type { CoveredPoint, JudgedObservation } from './coverage.ts'
import { goalOf } from './goal-of-point.ts'
import { isRulePoint, type PointId } from './point.ts'

/** Above this many steps (points, times values, times events) the distances of a rule are not worked out. */
const mostSteps = 5_000_000

/**
 * How near the tests of a rule have come to its uncovered points: how many of its values would have to answer otherwise on
 * the nearest observed event. 0 where an event would do and its scenario does not state what it takes, or does not name
 * the filter. Points that no observed event comes near, and those of a rule too large for it, are left out.
 */
export function distancesOf(
  rule: Rule,
  points: readonly CoveredPoint[],
  observations: readonly JudgedObservation[],
): ReadonlyMap<PointId, number> {
  const open = points
    .filter(({ coveredBy, impossible }) => coveredBy.length === 0 && impossible === null)
    .map(({ point }) => point)
    .filter(isRulePoint)
  const events = observations.flatMap((each) =>
    each.kind === 'detection' && each.observation.rule === rule.key
      ? each.events.filter(({ verdict }) => verdict.kind !== 'wrong-log-source')
      : [],
  )
  const leaves = rule.identifiers.reduce((sum, { predicate }) => sum + [...leavesOf(predicate)].length, 0)
  if (open.length * leaves * Math.max(1, events.length) > mostSteps) return new Map()
  const answers = events.map(({ event }) => matchedLeaves(rule, event))
  return new Map(
    open.flatMap((point) => {
      const distanceFrom = distanceTo(rule, goalOf(rule, point))
      const nearest = answers.reduce(
        (least, matched) =>
          Math.min(
            least,
            distanceFrom((leaf) => matched.has(leaf)),
          ),
        Number.POSITIVE_INFINITY,
      )
      return Number.isFinite(nearest) ? [[point.id, nearest] as const] : []
    }),
  )
}

function matchedLeaves(rule: Rule, event: Event): ReadonlySet<NodeId> {
  return new Set([...evaluateRule(rule, event).identifiers.values()].flatMap((evidence) => [...matchedIn(evidence)]))
}

function* matchedIn(evidence: Evidence): Generator<NodeId> {
  if (evidence.kind === 'branch') for (const child of evidence.children) yield* matchedIn(child)
  else if (evidence.matched) yield evidence.node
}
