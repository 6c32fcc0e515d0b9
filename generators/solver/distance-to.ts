import type { NodeId, Rule } from '../../sigma/index.ts'
import type { Goal } from './goal.ts'
import type { Wanted } from './wanted/normal-form.ts'
import { wantedFor } from './wanted/wanted-for.ts'

/**
 * How far an event under the rule's log source is from a goal: at most so many of its leaves have to answer otherwise, each
 * counted as often as it is asked. Infinite where no answers of the leaves reach it. `answerOf` tells how a leaf answers;
 * the function returned is asked once for every event.
 */
export function distanceTo(rule: Rule, goal: Goal): (answerOf: (leaf: NodeId) => boolean) => number {
  const wanted = wantedFor([rule], goal, () => true)
  return (answerOf) => distance(wanted, answerOf)
}

function distance(wanted: Wanted, answerOf: (leaf: NodeId) => boolean): number {
  switch (wanted.kind) {
    case 'literal':
      return answerOf(wanted.leaf.id) === wanted.matched ? 0 : 1
    case 'all':
      return wanted.children.reduce((sum, child) => sum + distance(child, answerOf), 0)
    case 'any':
      return wanted.children.reduce(
        (least, child) => Math.min(least, distance(child, answerOf)),
        Number.POSITIVE_INFINITY,
      )
  }
}
