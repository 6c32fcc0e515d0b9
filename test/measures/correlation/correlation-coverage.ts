import { cover, type Observation } from '../../../measures/index.ts'
import type { TimedEvent } from '../../../sigma/correlation/occurrence.ts'
import { type Correlation, type CorrelationExpectation, judgeCorrelation, type RuleSet } from '../../../sigma/index.ts'
import { correlating, type TimelineEvent, timed } from '../../sigma/correlation/timelines.ts'
import { passed } from '../observation-factory.ts'

export const fires = { kind: 'fires' } as const
export const silent = { kind: 'silent' } as const

/** The ids of all points of the correlation with this `correlation` map, but for its outcomes. */
export function pointsOf(map: string): readonly string[] {
  const { set, correlation } = correlating(map)
  return idsOf(set, correlation, [])
}

/** The ids of the points that an observation of it covers, but for its outcomes. Throws where it does not hold. */
export function shownBy(
  map: string,
  events: readonly TimelineEvent[],
  expected: CorrelationExpectation,
): readonly string[] {
  const { set, correlation } = correlating(map)
  const { matches } = judgeCorrelation(set, correlation, timed(events))
  const outcome = matches.length > 0 ? 'fires' : 'silent'
  if (outcome !== expected.kind.split('-')[0]) throw new Error(`it is ${outcome}, not ${expected.kind}`)
  return idsOf(set, correlation, [observationOf(correlation, timed(events), expected)])
}

/** What a scenario leaves that asked this of everything that happened, and was right. */
export function observationOf(
  { key, meaning }: Correlation,
  events: readonly TimedEvent[],
  expected: CorrelationExpectation,
): Observation {
  return {
    version: 2,
    rule: key,
    meaning,
    expected,
    held: true,
    knownGap: null,
    scenario: { uri: 'features/a.feature', name: 'A', line: 3, stepLine: 4, stepText: 'the rule fires' },
    recipe: { seed: 'sigmaproof', steps: [] },
    events: { kind: 'whole', events: events.map((event) => ({ ...event, stated: 'every', breaches: [] })) },
  }
}

function idsOf(set: RuleSet, { key }: Correlation, observations: readonly Observation[]): readonly string[] {
  const { rules } = cover(set, observations.map(passed))
  const points = rules.find(({ rule }) => rule === key)?.points ?? []
  return points
    .filter(
      ({ point, coveredBy }) => point.measure !== 'outcomes' && (observations.length === 0 || coveredBy.length > 0),
    )
    .map(({ point }) => point.id)
}
