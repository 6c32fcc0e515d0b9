import { RecipeError } from '../../../generators/index.ts'
import { type Answered, ask } from '../../../proofs/index.ts'
import { judgeCorrelations, type Rule, type RuleKey } from '../../../sigma/index.ts'
import { eventsOf } from '../../observed-events.ts'
import type { AlarmStatement, ClaimStatement } from '../../statement.ts'
import type { Assertion } from './assertion.ts'
import type { PlayedEvent, RuleWorld } from './rule-world.ts'
import { rulesSolvedFor } from './rules-solved-for.ts'

/** A claim about a rule, to be proved again. */
export function claimAssertion({ rule, claim, seed, knownGap }: ClaimStatement): Assertion {
  return {
    reads: new Set([rule]),
    tests: new Set([rule]),
    cost: 2,
    holds: ({ ruleOf }) => {
      const answer = answered(() => ask({ kind: 'refute', rule: ruleOf(rule), claim }, { seed }))
      return answer?.kind === (knownGap ? 'possible' : 'impossible')
    },
  }
}

function answered(prove: () => Answered): Answered | null {
  try {
    return prove()
  } catch (error) {
    if (error instanceof RecipeError) return null
    throw error
  }
}

/** What fires on each event, and which correlations do over all of them. */
interface Alarm {
  readonly rules: readonly ReadonlySet<RuleKey>[]
  readonly correlations: ReadonlySet<RuleKey>
}

/** That exactly these rules fire, to be asked again: of the rules only what changed is judged anew. */
export function alarmAssertion(statement: AlarmStatement, world: RuleWorld): Assertion {
  const { rules, recipe, knownGap } = statement
  const solved = rulesSolvedFor(recipe)
  let known: readonly PlayedEvent[] | undefined
  return {
    reads: 'every',
    tests: new Set(solved),
    cost: solved.length > 0 ? 1 : 0,
    holds: (changed) => {
      const isSolvedAnew = solved.some((key) => changed.changed.has(key))
      if (!isSolvedAnew) known ??= eventsOf({ ...statement, rule: null }, world.ruleOf)
      const events = isSolvedAnew ? changed.play(recipe) : (known ?? null)
      return events !== null && isRight(alarmOf(events, changed), rules, changed) !== knownGap
    },
  }

  /** In a known gap a single right event closes it. */
  function isRight(alarm: Alarm, wanted: readonly RuleKey[], { ruleSet }: RuleWorld): boolean {
    const ofCorrelations = new Set(ruleSet.correlations.map(({ key }) => key))
    const [others, detections] = [
      wanted.filter((key) => ofCorrelations.has(key)),
      wanted.filter((key) => !ofCorrelations.has(key)),
    ]
    if (!isSame(alarm.correlations, others)) return false
    const right = alarm.rules.filter((fired) => isSame(fired, detections)).length
    return knownGap ? right > 0 : right === alarm.rules.length && right > 0
  }
}

function alarmOf(events: readonly PlayedEvent[], world: RuleWorld): Alarm {
  const reported = ({ key }: Rule): boolean => !world.unreported.has(key)
  return {
    rules: events.map(
      (event) =>
        new Set(
          world
            .firing(event)
            .filter(reported)
            .map(({ key }) => key),
        ),
    ),
    correlations: correlationsOn(events, world),
  }
}

function correlationsOn(events: readonly PlayedEvent[], { ruleSet, unreported }: RuleWorld): ReadonlySet<RuleKey> {
  if (ruleSet.correlations.length === 0) return new Set()
  const judgements = judgeCorrelations(ruleSet, events)
  const firing = ruleSet.correlations.filter((each) => (judgements.get(each.key)?.matches.length ?? 0) > 0)
  return new Set(firing.map(({ key }) => key).filter((key) => !unreported.has(key)))
}

function isSame(fired: ReadonlySet<RuleKey>, wanted: readonly RuleKey[]): boolean {
  return fired.size === wanted.length && wanted.every((key) => fired.has(key))
}
