import { type Rule, type RuleKey, type RuleSet, visibleText } from '../sigma/index.ts'
import type { CorrelationMeasure } from './correlation/correlation-measure.ts'
import { measuresOfCorrelation } from './correlation/correlation-measures.ts'
import { judgeCorrelationObservation, type MeasuredCorrelation } from './correlation/judge-correlation-observation.ts'
import type { Coverage, JudgedObservation, RunObservation } from './coverage.ts'
import { withFilterPoints } from './filter-points.ts'
import { judgeObservation, type MeasuredRule } from './judge-observation.ts'
import { faultOfText } from './judged-text.ts'
import { ObservationError } from './observation-error.ts'
import type { Point, PointId } from './point.ts'
import { measuresOf } from './points.ts'
import type { RuleMeasure } from './rule-measure.ts'

/**
 * Coverage of these rules and correlations by these observations (measures 1): every verdict is recomputed, and each
 * counted event under the rule's log source covers what it shows; of a correlation, all events together. Throws one
 * {@link ObservationError} for all observations of an unknown rule or of another text of their rule, and one when a set's
 * events cannot be made again.
 */
export function cover(
  ruleSet: Pick<RuleSet, 'rules' | 'correlations'>,
  observations: readonly RunObservation[],
): Coverage {
  const known = new Map(measured(ruleSet).map((each) => [each.rule.key, each]))
  const faults = observations.flatMap(({ observation }) => {
    const current = known.get(observation.rule)?.rule.meaning
    return faultOfText(observation.scenario, observation, current) ?? []
  })
  if (faults.length > 0) throw new ObservationError(faults)
  const ruleOf = (key: RuleKey): Rule => {
    const rule = known.get(key)?.rule
    if (rule?.kind !== 'detection') throw new ObservationError([`no rule has the key ${visibleText(key)}`])
    return rule
  }
  const judged: JudgedObservation[] = []
  const coveredBy = new Map<RuleKey, Map<PointId, number[]>>()
  for (const run of observations) {
    const found = known.get(run.observation.rule)
    if (found === undefined) continue
    const { judged: each, seen } =
      found.kind === 'detection'
        ? judgeObservation(found, run, ruleOf)
        : judgeCorrelationObservation(ruleSet, found, run, ruleOf)
    const points = coveredBy.get(found.rule.key) ?? new Map<PointId, number[]>()
    coveredBy.set(found.rule.key, points)
    for (const point of seen) {
      const positions = points.get(point)
      if (positions === undefined) points.set(point, [judged.length])
      else positions.push(judged.length)
    }
    judged.push(each)
  }
  return withFilterPoints(ruleSet.rules, {
    rules: [...known.values()].map((each) => ({
      rule: each.rule.key,
      points: pointsOf(each).map((point) => ({
        point,
        ofFilter: null,
        coveredBy: coveredBy.get(each.rule.key)?.get(point.id) ?? [],
        impossible: null,
        unknown: null,
      })),
    })),
    observations: judged,
  })
}

function measured({ rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>): readonly Measured[] {
  return [
    ...rules.map((rule): Measured => ({ kind: 'detection', rule, measures: measuresOf(rule) })),
    ...correlations.map((rule): Measured => ({ kind: 'correlation', rule, measures: measuresOfCorrelation(rule) })),
  ]
}

type Measured = MeasuredRule | MeasuredCorrelation

function pointsOf({ measures }: Measured): readonly Point[] {
  return measures.flatMap<Point>((measure: RuleMeasure | CorrelationMeasure) => measure.points)
}
