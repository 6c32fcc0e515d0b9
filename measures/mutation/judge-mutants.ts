import type { Placeholders, Rule, RuleKey } from '../../sigma/index.ts'
import type { Assertion } from './assertion.ts'
import { firingFunctionOf } from './firing-function.ts'
import type { Mutant, ReadMutant } from './mutant.ts'
import type { MutantResult, MutantState, ScenarioPlace } from './mutant-result.ts'
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
  const siblings = suite.world.allRules().filter(({ source }) => source.path === rule.source.path)
  const jury = juryFor(suite, new Set(siblings.map(({ key }) => key)))
  const before = new Map(siblings.map((each) => [each.key, firingFunctionOf(each)]))
  for (const read of mutantsOf(rule, siblings, options.placeholders)) {
    if (options.isWanted?.(read.mutant) === false) continue
    yield { mutant: read.mutant, state: stateOf(read, suite, jury, rule, before, options) }
  }
}

/** The scenarios that a change of these rules concerns. */
interface Jury {
  readonly scenarios: readonly { readonly place: ScenarioPlace; readonly assertions: readonly Assertion[] }[]
  /** Whether any of them is about a rule itself, and not only about what fires at all. */
  readonly isTested: (rule: RuleKey) => boolean
}

function juryFor({ scenarios }: Suite, rules: ReadonlySet<RuleKey>): Jury {
  const concerned = scenarios
    .map(({ uri, line, name, assertions }) => ({
      place: { uri, line, name },
      assertions: assertions.filter(({ reads }) => reads === 'every' || [...rules].some((key) => reads.has(key))),
    }))
    .filter(({ assertions }) => assertions.length > 0)
  const costOf = (assertions: readonly Assertion[]): number => Math.max(...assertions.map(({ cost }) => cost))
  const tested = new Set(concerned.flatMap(({ assertions }) => assertions.flatMap(({ tests }) => [...tests])))
  return {
    scenarios: concerned.toSorted((one, other) => costOf(one.assertions) - costOf(other.assertions)),
    isTested: (rule) => tested.has(rule),
  }
}

function stateOf(
  { mutant, reading }: ReadMutant,
  suite: Suite,
  jury: Jury,
  rule: Rule,
  before: ReadonlyMap<RuleKey, string>,
  { seed }: MutationOptions,
): MutantState {
  if (reading.kind === 'unreadable') return { kind: 'compile-error', message: reading.message }
  const changed = reading.rules.filter((each) => before.get(each.key) !== firingFunctionOf(each))
  const world = changedWorld(suite.world, changed)
  const killer = jury.scenarios.find(({ assertions }) => assertions.some((assertion) => !assertion.holds(world)))
  if (killer !== undefined) return { kind: 'killed', by: killer.place }
  if (!jury.isTested(rule.key)) return { kind: 'no-coverage' }
  const pairs = changed.map((after) => [suite.world.ruleOf(after.key), after] as const)
  return proveEquivalent(mutant, pairs, seed)
}
