import { folded, type Proof } from '../proofs/index.ts'
import type { RuleKey } from '../sigma/index.ts'
import type { Coverage, CoveredPoint } from './coverage.ts'
import { isRulePoint, type RulePoint } from './point.ts'
import type { Prover } from './provers.ts'

/** A point of a filter document that nothing covers, as it stands in the rules that the document applies to. */
export interface OpenFilterPoint {
  /** Where it can be asked about, in the order of the rules. */
  readonly askable: readonly { readonly rule: RuleKey; readonly point: RulePoint; readonly prover: Prover }[]
  /** The first rule that no test is about, where nothing is asked. */
  readonly unasked: RuleKey | null
}

/** What was proved of such a point, the same in all of its rules. */
export type ProvenFilterPoint = Pick<CoveredPoint, 'ofFilter' | 'impossible' | 'unknown'>

/** The uncovered points of filter documents, by what they are called in all of their rules. */
export function openFilterPoints(
  { rules }: Coverage,
  proverFor: (rule: RuleKey) => Prover | undefined,
): ReadonlyMap<string, OpenFilterPoint> {
  const found = new Map<string, { askable: OpenFilterPoint['askable'][number][]; unasked: RuleKey | null }>()
  for (const { rule, points } of rules) {
    const prover = proverFor(rule)
    for (const { point, coveredBy, ofFilter } of points) {
      if (ofFilter === null || coveredBy.length > 0 || !isRulePoint(point)) continue
      const open = found.get(ofFilter.id) ?? { askable: [], unasked: null }
      found.set(ofFilter.id, open)
      if (prover === undefined) open.unasked ??= rule
      else open.askable.push({ rule, point, prover })
    }
  }
  return new Map([...found].filter(([, { askable }]) => askable.length > 0))
}

/**
 * Asks about the point in one rule after the other, until an event could cover it. It is impossible where that is proved in
 * every rule; where it is possible, open, or not asked about, it is told of in the first such rule.
 */
export function provenFilterPoint(id: string, open: OpenFilterPoint): ProvenFilterPoint {
  const found = folded(proofsOf(open))
  if (found === null) throw new Error(`nothing was asked about ${id}`)
  const ofFilter = { id, rule: found.rule }
  switch (found.kind) {
    case 'possible':
      return { ofFilter, impossible: null, unknown: null }
    case 'unknown':
      return { ofFilter, impossible: null, unknown: found.limit }
    case 'impossible':
      return { ofFilter, impossible: { world: found.world, reason: found.reason }, unknown: null }
  }
}

/** What is not asked about is as good as possible. */
function* proofsOf({ askable, unasked }: OpenFilterPoint): Generator<Proof & { readonly rule: RuleKey }> {
  for (const { rule, point, prover } of askable) yield { ...prover.ask(point), rule }
  if (unasked !== null) yield { kind: 'possible', rule: unasked }
}
