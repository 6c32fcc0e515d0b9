import type { RuleKey } from '../../../sigma/index.ts'
import type { RuleWorld } from './rule-world.ts'

/** One Then of a scenario that passed, so that it can be asked of other rules. */
export interface Assertion {
  /** The rules whose change can change its answer; `every` where it is about all of them. */
  readonly reads: ReadonlySet<RuleKey> | 'every'
  /** The rules it is about, or whose events it is about: it is a test of theirs. */
  readonly tests: ReadonlySet<RuleKey>
  /** What asking costs: judging known events, making events first, a proof. */
  readonly cost: 0 | 1 | 2
  /** Whether the scenario would stay green here. */
  readonly holds: (world: RuleWorld) => boolean
}
