import type { Placeholders, Rule } from '../../sigma/index.ts'
import { type Jury, juryFor } from './jury.ts'
import type { Mutant, ReadMutant } from './mutant.ts'
import type { MutantResult, MutantState } from './mutant-result.ts'
import { mutantsOf } from './mutants-of.ts'
import { proveEquivalent } from './prove-equivalent.ts'
import { changedWorld } from './rule-world.ts'
import type { Suite } from './suite.ts'

/** How mutants are made and proved. */
export interface MutationOptions {
  readonly placeholders: Placeholders
  readonly seed: string
  /** Leaves the others unjudged; every one is judged without it. */
  readonly isWanted?: (mutant: Mutant) => boolean
}

/**
 * Judges every mutant of a rule by the scenarios of a suite, one after the other as they are asked for. Each is read from
 * the rule's text as changed, and the recipes are played against it: an event solved for the rule follows the mutant. What
 * no scenario kills is proved to be the same rule, or told apart by an event.
 */
export function* judgeMutants(suite: Suite, rule: Rule, options: MutationOptions): Generator<MutantResult> {
  const { placeholders, isWanted = () => true } = options
  const siblings = suite.siblingsOf(rule)
  const jury = juryFor(suite, siblings)
  for (const read of mutantsOf(rule, siblings, placeholders)) {
    if (isWanted(read.mutant)) yield { mutant: read.mutant, state: stateOf(read, suite, jury, options) }
  }
}

function stateOf(
  { mutant, reading }: ReadMutant,
  { world }: Suite,
  jury: Jury,
  { seed }: MutationOptions,
): MutantState {
  if (reading.kind === 'unreadable') return { kind: 'compile-error', message: reading.message }
  const killer = jury.killerIn(changedWorld(world, reading.rules))
  if (killer !== null) return { kind: 'killed', by: killer }
  if (!jury.isTested(mutant.rule)) return { kind: 'no-coverage' }
  const pairs = reading.rules.map((after) => [world.ruleOf(after.key), after] as const)
  return proveEquivalent(mutant, pairs, seed)
}
