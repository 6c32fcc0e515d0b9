import type { Correlation } from '../../sigma/index.ts'
import { idPart } from '../id-part.ts'
import { type Demand, wouldFailFor } from './demand.ts'
import { withoutRule } from './without-rule.ts'

/** Each of several referred rules is needed: an observation would not hold if the correlation did not refer to it. */
export function referredRuleDemands(correlation: Correlation): readonly Demand[] {
  return correlation.ruleReferences.flatMap(({ text, span }, at): readonly Demand[] => {
    const other = withoutRule(correlation, correlation.rules[at])
    if (other === null) return []
    const id = `detections/rules/${idPart(text)}/needed`
    return [
      {
        point: { kind: 'referred-rule', measure: 'detections', id, span, reference: text, answer: 'needed' },
        isShownBy: wouldFailFor(other),
      },
    ]
  })
}
