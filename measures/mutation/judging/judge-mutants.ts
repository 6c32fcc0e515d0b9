import type { Placeholders } from '../../../sigma/index.ts'
import type { Mutant, ReadMutant } from '../mutant.ts'
import { mutantsOf } from '../reading/mutants-of.ts'
import type { MutationSubject } from '../reading/mutation-subject.ts'
import type { MutantResult, MutantState } from '../scoring/mutant-result.ts'
import { proveEquivalent, type Suggest } from './prove-equivalent.ts'
import { changedWorld } from './rule-world.ts'
import { type ScenarioChecks, scenarioChecksFor } from './scenario-checks.ts'
import type { Suite } from './suite.ts'

/** How mutants are made and proved. */
export interface MutationOptions {
  readonly placeholders: Placeholders
  readonly seed: string
  /** Without it no scenario is suggested for what survives. */
  readonly suggest?: Suggest
  /** Leaves the others unjudged; every one is judged without it. */
  readonly isWanted?: (mutant: Mutant) => boolean
}

/**
 * Judges every mutant of a document by the scenarios of a suite, one after the other as they are asked for. Each is read
 * from the text of its file as changed, with every rule that a filter document applies to, and the recipes are played
 * against what it makes of them: an event solved for a rule follows the mutant. What no scenario kills is proved to be the
 * same, or told apart by an event.
 */
export function* judgeMutants(
  suite: Suite,
  subject: MutationSubject,
  options: MutationOptions,
): Generator<MutantResult> {
  const { placeholders, isWanted = () => true } = options
  const scope = suite.scopeOf(subject)
  const checks = scenarioChecksFor(suite, scope)
  const isTested = suite.judgedBy(subject).some(checks.isTested)
  for (const read of mutantsOf(subject, scope, placeholders, suite.examplesOf(subject))) {
    if (isWanted(read.mutant)) yield { mutant: read.mutant, state: stateOf(read, suite, checks, isTested, options) }
  }
}

function stateOf(
  { mutant, reading }: ReadMutant,
  { world }: Suite,
  checks: ScenarioChecks,
  isTested: boolean,
  { seed, suggest }: MutationOptions,
): MutantState {
  if (reading.kind === 'unreadable') return { kind: 'compile-error', message: reading.message }
  const changed = changedWorld(world, reading)
  const killer = checks.killerIn(changed)
  if (killer !== null) return { kind: 'killed', by: killer }
  if (!isTested) return { kind: 'no-coverage' }
  // A rule that has tests wants one more before one that has none wants its first.
  const rules = reading.rules.toSorted((a, b) => Number(checks.isTested(b.key)) - Number(checks.isTested(a.key)))
  return proveEquivalent(mutant, world, { ...reading, rules }, seed, suggest)
}
