import { type Correlation, correlate, correlationMeets, type GroupField, occurrencesIn } from '../../sigma/index.ts'
import { idPart } from '../id-part.ts'
import type { CorrelationSighting } from './correlation-measure.ts'
import type { Demand } from './demand.ts'

/** Each field grouped by keeps two groups apart: an observation would not hold without it. */
export function groupByDemands(correlation: Correlation): readonly Demand[] {
  const isFirst = ({ field }: GroupField, at: number): boolean =>
    correlation.groupBy.findIndex((each) => each.field === field) === at
  return correlation.groupBy.filter(isFirst).map(({ field, span }) => ({
    point: {
      kind: 'group-by',
      measure: 'values',
      id: `values/group-by/${idPart(field)}/apart`,
      span,
      field,
      answer: 'apart',
    },
    isShownBy: (sighting) => !holdsWithout(correlation, field, sighting),
  }))
}

function holdsWithout(
  correlation: Correlation,
  field: string,
  { expected, judgement, occurrences }: CorrelationSighting,
): boolean {
  const without = { ...correlation, groupBy: correlation.groupBy.filter((each) => each.field !== field) }
  const changed = correlate(without, occurrences)
  if (expected.kind !== 'fires-only-for' || expected.field !== field)
    return correlationMeets(without, changed, expected)
  // Groups no longer tell for whom it fires: every occurrence that a match counts has to be of that text.
  const at = correlation.groupBy.findIndex((each) => each.field === field)
  const own = judgement.groups.filter(({ group }) => group[at] === expected.value)
  const wanted = new Set(own.flatMap((group) => group.occurrences))
  return (
    changed.matches.length > 0 &&
    changed.groups.every((group) =>
      group.matches.every(({ window }) => occurrencesIn(group, window).every((each) => wanted.has(each))),
    )
  )
}
