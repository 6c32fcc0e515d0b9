import type { JudgedObservation } from '../measures/index.ts'
import type { Rule } from '../sigma/index.ts'
import type { VerdictCounts } from './report.ts'

/** How the rule judged the events of its counted observations, a wrong log source included. */
export function verdictCounts(rule: Rule, judged: readonly JudgedObservation[]): VerdictCounts {
  const verdicts = judged.filter((each) => each.counted).flatMap((each) => each.events.map(({ verdict }) => verdict))
  const suppressed = verdicts.flatMap((verdict) => (verdict.kind === 'suppressed' ? [verdict.by] : []))
  const ofKind = (kind: (typeof verdicts)[number]['kind']) => verdicts.filter((verdict) => verdict.kind === kind).length
  return {
    fires: ofKind('fires'),
    suppressed: suppressed.length,
    missed: ofKind('missed'),
    wrongLogSource: ofKind('wrong-log-source'),
    filters: rule.identifiers
      .filter(({ role }) => role === 'filter')
      .map(({ name }) => {
        const by = suppressed.filter((names) => names.includes(name))
        return { name, suppressed: by.length, alone: by.filter((names) => names.length === 1).length }
      }),
  }
}
