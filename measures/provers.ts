import type { Rule, RuleKey } from '../sigma/index.ts'
import type { PointId, RulePoint } from './point.ts'
import type { Proof } from './proof.ts'
import { proverOf } from './prove-point.ts'

/** Proofs by what a rule means and the point's id: they hold wherever the same rule stands. */
export type Proofs = ReadonlyMap<string, ReadonlyMap<PointId, Proof>>

/** Proves points of one rule, and remembers. */
export interface Prover {
  /** The proof as it is remembered, else as the solver gives it; remembered from then on. */
  readonly ask: (point: RulePoint) => Proof
  readonly remembered: (point: RulePoint) => Proof | undefined
  /** What the solver says itself. */
  readonly askAnew: (point: RulePoint) => Proof
}

/** The provers of some rules, by key, and all that they remember. */
export interface Provers {
  readonly of: ReadonlyMap<RuleKey, Prover>
  readonly proofs: () => Proofs
}

/**
 * Makes provers that remember these proofs, but for those that no event covers a point: such a proof takes the point out of
 * what has to be reached, so that whoever writes one into the file where proofs are kept could have any threshold met. It is
 * asked for again. What is remembered of the others can only leave a point in. Rules of one meaning share what they know.
 */
export function proversOf(rules: readonly Rule[], known: Proofs): Provers {
  const memories = new Map(
    rules.map(({ meaning }) => {
      const own = [...(known.get(meaning) ?? [])].filter(([, { kind }]) => kind !== 'impossible')
      return [meaning, new Map<PointId, Proof>(own)] as const
    }),
  )
  return {
    of: new Map(rules.map((rule) => [rule.key, rememberingProver(rule, memories.get(rule.meaning) ?? new Map())])),
    proofs: () => new Map([...memories].filter(([, { size }]) => size > 0)),
  }
}

function rememberingProver(rule: Rule, memory: Map<PointId, Proof>): Prover {
  let prove: ReturnType<typeof proverOf> | undefined
  const askAnew = (point: RulePoint): Proof => {
    prove ??= proverOf(rule)
    return prove(point)
  }
  return {
    ask: (point) => {
      const proof = memory.get(point.id) ?? askAnew(point)
      memory.set(point.id, proof)
      return proof
    },
    remembered: (point) => memory.get(point.id),
    askAnew,
  }
}
