import type { RuleKey } from '../../sigma/index.ts'
import type { Assertion } from './assertion.ts'
import type { FileScope } from './file-scope.ts'
import type { ScenarioPlace } from './mutant-result.ts'
import type { RuleWorld } from './rule-world.ts'
import type { Suite } from './suite.ts'

/** The scenarios that a change of some rules and correlations concerns, ready to be asked. */
export interface Jury {
  /** The first scenario that would turn red in a world; null when all stay green. What is quick to ask is asked first. */
  readonly killerIn: (world: RuleWorld) => ScenarioPlace | null
  /** Whether any of them is about this rule or correlation itself, and not only about what fires at all. */
  readonly isTested: (key: RuleKey) => boolean
}

/** The jury for an edit of a file: for all that may change with it. */
export function juryFor(suite: Suite, { rules, correlations }: FileScope): Jury {
  const keys = [...rules, ...correlations].map(({ key }) => key)
  const seats = suite
    .concernedBy(keys)
    .map(({ assertions, hash: _, ...place }) => seatOf(place, assertions, keys))
    .toSorted((one, other) => unreadLast(one) - unreadLast(other) || one.cost - other.cost)
  const tested = new Set(seats.flatMap(({ assertions }) => assertions.flatMap(({ tests }) => [...tests])))
  return {
    killerIn: (world) =>
      seats.find(({ assertions }) => assertions.some((assertion) => !assertion.holds(world)))?.place ?? null,
    isTested: (key) => tested.has(key),
  }
}

/** What somebody has read is asked first: a mutant that it kills needs no other witness. */
function unreadLast({ place: { unread = false } }: Seat): number {
  return Number(unread)
}

interface Seat {
  readonly place: ScenarioPlace
  readonly assertions: readonly Assertion[]
  readonly cost: number
}

function seatOf(place: ScenarioPlace, all: readonly Assertion[], keys: readonly RuleKey[]): Seat {
  const assertions = all.filter(({ reads }) => reads === 'every' || keys.some((key) => reads.has(key)))
  return { place, assertions, cost: Math.max(...assertions.map(({ cost }) => cost)) }
}
