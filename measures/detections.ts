import type { Rule, SearchIdentifier } from '../sigma/index.ts'
import { idPart } from './id-part.ts'
import type { DetectionPoint } from './point.ts'
import type { RuleMeasure, Sighting } from './rule-measure.ts'
import { fewestCulprits } from './suppression.ts'

/**
 * Detections: each search identifier was seen true and seen false, and each filter seen to suppress. A filter's
 * suppression counts where a scenario asked for it by name and the filter was the only culprit, or, where the condition
 * lets no single filter suppress (`not all of`), one of a smallest set of them.
 */
export function detectionsOf(rule: Rule): RuleMeasure {
  const fewest = fewestCulprits(rule)
  const ids = new Map(
    rule.identifiers.map(({ name }) => [name, { true: idOf(name, 'true'), false: idOf(name, 'false') }] as const),
  )
  return {
    points: rule.identifiers.flatMap(detectionPoints),
    seen: function* ({ expected, judgement }: Sighting) {
      for (const [name, evidence] of judgement.identifiers) {
        const own = ids.get(name)
        if (own !== undefined) yield evidence.matched ? own.true : own.false
      }
      if (expected.kind !== 'suppressed' || judgement.verdict.kind !== 'suppressed') return
      const { by } = judgement.verdict
      for (const name of by) if (by.length <= (fewest.get(name) ?? 1)) yield idOf(name, 'suppressing')
    },
  }
}

function detectionPoints({ name, role, span }: SearchIdentifier): readonly DetectionPoint[] {
  const answers = role === 'filter' ? (['true', 'false', 'suppressing'] as const) : (['true', 'false'] as const)
  return answers.map((answer) => {
    return { kind: 'detection', measure: 'detections', id: idOf(name, answer), span, identifier: name, answer }
  })
}

function idOf(name: string, answer: DetectionPoint['answer']): string {
  return `detections/${idPart(name)}/${answer}`
}
