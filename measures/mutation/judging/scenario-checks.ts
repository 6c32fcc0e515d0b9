import type { RuleKey } from '../../../sigma/index.ts'
import type { FileScope } from '../reading/file-scope.ts'
import type { JudgingScenario } from '../scoring/mutant-result.ts'
import type { Assertion } from './assertion.ts'
import type { RuleWorld } from './rule-world.ts'
import type { Suite } from './suite.ts'

/** The scenarios that a change of some rules and correlations concerns, ready to be asked. */
export interface ScenarioChecks {
  /** The first scenario that would turn red in a world; null when all stay green. What is quick to ask is asked first. */
  readonly killerIn: (world: RuleWorld) => JudgingScenario | null
  /** Whether any of them is about this rule or correlation itself, and not only about what fires at all. */
  readonly isTested: (key: RuleKey) => boolean
}

/** The checks for an edit of a file: for all that may change with it. */
export function scenarioChecksFor(suite: Suite, { rules, correlations }: FileScope): ScenarioChecks {
  const keys = [...rules, ...correlations].map(({ key }) => key)
  const checks = suite
    .concernedBy(keys)
    .map(({ assertions, hash: _, ...place }) => checkOf(place, assertions, keys))
    .toSorted((one, other) => unreadLast(one) - unreadLast(other) || one.cost - other.cost)
  const tested = new Set(checks.flatMap(({ assertions }) => assertions.flatMap(({ tests }) => [...tests])))
  return {
    killerIn: (world) =>
      checks.find(({ assertions }) => assertions.some((assertion) => !assertion.holds(world)))?.place ?? null,
    isTested: (key) => tested.has(key),
  }
}

/** What somebody has read is asked first: a mutant that it kills needs no other witness. */
function unreadLast({ place: { unread = false } }: ScenarioCheck): number {
  return Number(unread)
}

interface ScenarioCheck {
  readonly place: JudgingScenario
  readonly assertions: readonly Assertion[]
  readonly cost: number
}

function checkOf(place: JudgingScenario, all: readonly Assertion[], keys: readonly RuleKey[]): ScenarioCheck {
  const assertions = all.filter(({ reads }) => reads === 'every' || keys.some((key) => reads.has(key)))
  return { place, assertions, cost: Math.max(...assertions.map(({ cost }) => cost)) }
}
