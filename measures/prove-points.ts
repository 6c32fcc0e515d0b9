import type { Proof, Proofs } from '../proofs/index.ts'
import type { Rule, RuleKey } from '../sigma/index.ts'
import type { Coverage, CoveredPoint, RuleCoverage } from './coverage.ts'
import { isRulePoint, type RulePoint } from './point.ts'
import { openFilterPoints, provenFilterPoint } from './prove-filter-points.ts'
import { type Prover, proversOf } from './provers.ts'

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
 * the denominator, with the proof; one of a filter document where that is so in every rule that it applies to. `known` spares
 * asking and changes no answer. Throws when a proof that no event of any kind covers a point contradicts an observation:
 * that is a fault of ours.
 */
export function provePoints(
  rules: readonly Rule[],
  coverage: Coverage,
  { known = new Map(), tell = () => undefined }: ProvingOptions = {},
): ProvenCoverage {
  const { of: provers, proofs } = proversOf(rules, known)
  const ruleAt = coverage.observations.map(({ observation }) => observation.rule)
  const observed = new Set(ruleAt)
  const isAsked = ({ rule }: RuleCoverage, { coveredBy, ofFilter }: CoveredPoint) =>
    provers.has(rule) && observed.has(rule) && coveredBy.length === 0 && ofFilter === null
  const ofFilters = openFilterPoints(coverage, (rule) => (observed.has(rule) ? provers.get(rule) : undefined))
  const own = coverage.rules.reduce((sum, each) => sum + each.points.filter((point) => isAsked(each, point)).length, 0)
  let asked = 0
  const toldOf = <Answer>(ask: () => Answer): Answer => {
    tell(asked, own + ofFilters.size)
    asked += 1
    return ask()
  }
  const proven = coverage.rules.map((covered) => {
    const prover = provers.get(covered.rule)
    if (prover === undefined) return covered
    const points = covered.points.map((each): CoveredPoint => {
      const { point, coveredBy } = each
      if (!isRulePoint(point)) return each
      if (coveredBy.some((position) => ruleAt[position] === covered.rule)) requireNoProof(point, covered.rule, prover)
      if (!isAsked(covered, each)) return each
      const proof = toldOf(() => prover.ask(point))
      return withProof(each, proof)
    })
    return { ...covered, points }
  })
  const shown = new Map([...ofFilters].map(([id, open]) => [id, toldOf(() => provenFilterPoint(id, open))]))
  const withFilters = proven.map(({ rule, points }) => ({
    rule,
    points: points.map((each): CoveredPoint => ({ ...each, ...shown.get(each.ofFilter?.id ?? '') })),
  }))
  return { coverage: { ...coverage, rules: shown.size === 0 ? proven : withFilters }, proofs: proofs() }
}

function withProof(each: CoveredPoint, proof: Proof): CoveredPoint {
  switch (proof.kind) {
    case 'possible':
      return each
    case 'impossible':
      return { ...each, impossible: { world: proof.world, reason: proof.reason } }
    case 'unknown':
      return { ...each, unknown: proof.limit }
  }
}

/** What is remembered may be damaged: the solver is heard again before it is blamed. */
function requireNoProof(point: RulePoint, rule: RuleKey, { remembered, askAnew }: Prover): void {
  const known = remembered(point)
  if (known === undefined || !isOfLogic(known) || !isOfLogic(askAnew(point))) return
  throw new Error(`a proof says that nothing covers ${point.id} of ${rule}, but a scenario does: please report this`)
}

function isOfLogic(proof: Proof): boolean {
  return proof.kind === 'impossible' && proof.world === 'logic'
}
