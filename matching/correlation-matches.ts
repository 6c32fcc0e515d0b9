import {
  type Correlation,
  type CorrelationMatch,
  correlate,
  type GroupJudgement,
  type Occurrence,
  occurrenceOf,
  occurrencesIn,
  type Problem,
  type RuleKey,
  type RuleSet,
} from '../sigma/index.ts'

/** One time that a correlation fires: the event that completed it, and the rules whose events counted. */
export interface FiredCorrelation {
  readonly correlation: Correlation
  readonly event: number
  readonly matched: readonly RuleKey[]
}

/** What the correlations of a set say of the occurrences of its rules, those that only feed others left out. */
export function correlationsOver(
  { correlations, unreported }: Pick<RuleSet, 'correlations' | 'unreported'>,
  occurrences: readonly Occurrence[],
): { readonly fired: readonly FiredCorrelation[]; readonly problems: readonly Problem[] } {
  const fired: FiredCorrelation[] = []
  const problems: Problem[] = []
  let known = occurrences
  // Each stands after those it refers to.
  for (const correlation of correlations) {
    const judgement = correlate(correlation, known)
    problems.push(...judgement.problems)
    known = [...known, ...judgement.matches.map((match) => occurrenceOf(correlation, match))]
    if (unreported.has(correlation.key)) continue
    const own = judgement.groups.flatMap((group) => group.matches.map((match) => firedBy(correlation, group, match)))
    fired.push(...own.sort((one, other) => one.event - other.event))
  }
  return { fired, problems }
}

function firedBy(
  correlation: Correlation,
  group: GroupJudgement,
  { trigger, window }: CorrelationMatch,
): FiredCorrelation {
  const counted = new Set(occurrencesIn(group, window).map(({ rule }) => rule))
  return { correlation, event: trigger.event, matched: correlation.rules.filter((rule) => counted.has(rule)) }
}
