import { meaningOf, type Rule, type RuleKey, visibleText } from '../sigma/index.ts'
import type { Coverage, RunObservation } from './coverage.ts'
import { judgeObservation } from './judge-observation.ts'
import type { Observation } from './observation.ts'
import { ObservationError } from './observation-error.ts'
import type { PointId } from './point.ts'
import { measuresOf } from './points.ts'

/**
 * Coverage of these rules by these observations (design section 6): every verdict is recomputed, and each counted event
 * under the rule's log source covers what it shows. Throws one {@link ObservationError} for all observations of an
 * unknown rule or of another text of their rule, and one when a set's events cannot be made again.
 */
export function cover(rules: readonly Rule[], observations: readonly RunObservation[]): Coverage {
  const known = new Map(rules.map((rule) => [rule.key, { rule, measures: measuresOf(rule), meaning: meaningOf(rule) }]))
  const faults = observations.flatMap(({ observation }) => faultsOf(observation, known.get(observation.rule)?.meaning))
  if (faults.length > 0) throw new ObservationError(faults)
  const measured = (key: RuleKey) => {
    const found = known.get(key)
    if (found === undefined) throw new ObservationError([`no rule has the key ${visibleText(key)}`])
    return found
  }
  const judged = observations.map((each) =>
    judgeObservation(measured(each.observation.rule), each, (key) => measured(key).rule),
  )
  const coveredBy = new Map<RuleKey, Map<PointId, number[]>>()
  for (const [position, { judged: each, seen }] of judged.entries()) {
    const points = coveredBy.get(each.observation.rule) ?? new Map<PointId, number[]>()
    coveredBy.set(each.observation.rule, points)
    for (const point of seen) {
      const positions = points.get(point)
      if (positions === undefined) points.set(point, [position])
      else positions.push(position)
    }
  }
  return {
    rules: [...known.values()].map(({ rule, measures }) => ({
      rule: rule.key,
      points: measures
        .flatMap((measure) => measure.points)
        .map((point) => ({ point, coveredBy: coveredBy.get(rule.key)?.get(point.id) ?? [], impossible: null })),
    })),
    observations: judged.map(({ judged: each }) => each),
  }
}

function faultsOf({ rule, meaning, scenario }: Observation, current: string | undefined): readonly string[] {
  if (current === meaning) return []
  const place = `${visibleText(scenario.uri)}:${scenario.line}`
  return [
    current === undefined
      ? `${place} judged the rule ${visibleText(rule)}, which is not among the rules loaded`
      : `${place} judged another text of ${visibleText(rule)} than the one loaded; run its scenarios again`,
  ]
}
