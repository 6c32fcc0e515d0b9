import { type Expectation, type Judgement, partsOf, type Rule } from '../sigma/index.ts'

/** What {@link isVacuous} needs of a judgement. */
export type Distance = Judgement['distance']

/**
 * Whether an assertion that the rule is silent is *vacuous*: it names no field and no filter, and every event is more
 * than one leaf away from firing, or of another log source (which is `far`). Nobody would notice what the rule does there.
 */
export function isVacuous(rule: Rule, expected: Expectation, distances: readonly Distance[]): boolean {
  if (!namesNoDetail(rule, expected)) return false
  return distances.length > 0 && distances.every((distance) => distance === 'far' || distance > 1)
}

function namesNoDetail(rule: Rule, expected: Expectation): boolean {
  switch (expected.kind) {
    case 'silent':
      return true
    case 'silent-because': {
      const { identifiers, filters } = partsOf(rule)
      return expected.parts.every((part) => identifiers.includes(part) && !filters.includes(part))
    }
    case 'fires':
    case 'fires-via':
    case 'fires-times':
    case 'suppressed':
    case 'wrong-log-source':
      return false
  }
}
