import type { Rule } from '../sigma/index.ts'
import type { Coverage, CoveredPoint, RuleCoverage } from './coverage.ts'
import { isRulePoint, type PointId, type RulePoint } from './point.ts'
import type { Proof } from './proof.ts'
import { proverOf } from './prove-point.ts'

/** Proofs by what a rule means and the point's id: they hold wherever the same rule stands. */
export type Proofs = ReadonlyMap<string, ReadonlyMap<PointId, Proof>>

/** Coverage with what was proved of it. */
export interface ProvenCoverage {
  readonly coverage: Coverage
  /** Those that were asked for or already known, for the rules given. */
  readonly proofs: Proofs
}

/** How points are proved. */
export interface ProvingOptions {
  /** What was proved before; nothing when left out. */
  readonly known?: Proofs
  /** Hears, before each point, how many were asked about and how many there are in all. */
  readonly tell?: (asked: number, all: number) => void
}

/**
 * Asks the solver about every uncovered point of the rules that have an observation: a point that no event can cover leaves
 * the denominator, with the proof. `known` spares asking and changes no answer. Throws when a proof that no event of any
 * kind covers a point contradicts an observation: that is a fault of ours.
 */
export function provePoints(
  rules: readonly Rule[],
  coverage: Coverage,
  { known = new Map(), tell = () => undefined }: ProvingOptions = {},
): ProvenCoverage {
  const observed = new Set(coverage.observations.map(({ observation }) => observation.rule))
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  const proofs = new Map<string, ReadonlyMap<PointId, Proof>>()
  const isAsked = ({ rule }: RuleCoverage, { coveredBy }: CoveredPoint) =>
    byKey.has(rule) && observed.has(rule) && coveredBy.length === 0
  const all = coverage.rules.reduce((sum, each) => sum + each.points.filter((point) => isAsked(each, point)).length, 0)
  let asked = 0
  const proven = coverage.rules.map((covered) => {
    const rule = byKey.get(covered.rule)
    if (rule === undefined) return covered
    const before = proofs.get(rule.meaning) ?? known.get(rule.meaning) ?? new Map<PointId, Proof>()
    const prove = proverOf(rule)
    const after = new Map(before)
    const points = covered.points.map((each): CoveredPoint => {
      const { point, coveredBy } = each
      if (!isRulePoint(point)) return each
      if (coveredBy.length > 0) {
        requireNoProof(point, before.get(point.id), rule, prove)
        return each
      }
      if (!isAsked(covered, each)) return each
      tell(asked, all)
      asked += 1
      const proof = before.get(point.id) ?? prove(point)
      after.set(point.id, proof)
      return withProof(each, proof)
    })
    if (after.size > 0) proofs.set(rule.meaning, after)
    return { ...covered, points }
  })
  return { coverage: { ...coverage, rules: proven }, proofs }
}

function withProof(each: CoveredPoint, proof: Proof): CoveredPoint {
  switch (proof.kind) {
    case 'possible':
      return each
    case 'impossible':
      return { ...each, impossible: proof.impossible }
    case 'unknown':
      return { ...each, unknown: proof.limit }
  }
}

/** What is remembered may be damaged: the solver is heard again before it is blamed. */
function requireNoProof(
  point: RulePoint,
  known: Proof | undefined,
  rule: Rule,
  prove: (point: RulePoint) => Proof,
): void {
  if (known === undefined || !isOfLogic(known) || !isOfLogic(prove(point))) return
  throw new Error(
    `a proof says that nothing covers ${point.id} of ${rule.key}, but a scenario does: please report this`,
  )
}

function isOfLogic(proof: Proof): boolean {
  return proof.kind === 'impossible' && proof.impossible.world === 'logic'
}
