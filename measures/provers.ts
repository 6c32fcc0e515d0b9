import { type Proof, type Proofs, proofMemory } from '../proofs/index.ts'
import type { Rule, RuleKey } from '../sigma/index.ts'
import type { RulePoint } from './point.ts'
import { proverOf } from './prove-point.ts'

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

/** Makes provers that begin with these proofs, as far as they are believed. Rules of one meaning share what they know. */
export function proversOf(rules: readonly Rule[], known: Proofs): Provers {
  const memory = proofMemory(known)
  return {
    of: new Map(rules.map((rule) => [rule.key, rememberingProver(rule, memory.of(rule.meaning))])),
    proofs: memory.all,
  }
}

function rememberingProver(rule: Rule, memory: Map<string, Proof>): Prover {
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
