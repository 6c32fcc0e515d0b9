import type { JudgedObservation } from '../../measures/index.ts'
import type { SearchIdentifier, Verdict } from '../../sigma/index.ts'
import type { VerdictCounts } from '../document/report.ts'

/** How a rule with these identifiers judged its counted observations, a wrong log source included. */
export function verdictCounts(
  identifiers: readonly Pick<SearchIdentifier, 'name' | 'role'>[],
  judged: readonly JudgedObservation[],
): VerdictCounts {
  const verdicts = judged.filter((each) => each.counted).flatMap(verdictsIn)
  const suppressed = verdicts.flatMap((verdict) => (verdict.kind === 'suppressed' ? [verdict.by] : []))
  const ofKind = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind).length
  return {
    fires: ofKind('fires'),
    suppressed: suppressed.length,
    missed: ofKind('missed'),
    wrongLogSource: ofKind('wrong-log-source'),
    filters: identifiers
      .filter(({ role }) => role === 'filter')
      .map(({ name }) => {
        const by = suppressed.filter((names) => names.includes(name))
        return { name, suppressed: by.length, alone: by.filter((names) => names.length === 1).length }
      }),
  }
}

/** A correlation gives one verdict on all events: what it is silent on, it missed. */
function verdictsIn(judged: JudgedObservation): readonly Verdict[] {
  if (judged.kind === 'detection') return judged.events.map(({ verdict }) => verdict)
  return [judged.judgement.matches.length > 0 ? { kind: 'fires' } : { kind: 'missed', identifiers: [], fields: [] }]
}
