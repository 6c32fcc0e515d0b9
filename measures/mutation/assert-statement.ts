import { RecipeError } from '../../generators/index.ts'
import { type Answered, ask } from '../../proofs/index.ts'
import { firesOn, judgeCorrelations, type Rule, type RuleKey } from '../../sigma/index.ts'
import { eventsOf } from '../observed-events.ts'
import type { AlarmStatement, ClaimStatement } from '../statement.ts'
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

/** That exactly these rules fire, to be asked again: only what changed is judged anew. */
export function alarmAssertion(statement: AlarmStatement, world: RuleWorld): Assertion {
  const { rules, recipe, knownGap } = statement
  const solved = rulesSolvedFor(recipe)
  let known: { readonly events: readonly PlayedEvent[]; readonly alarm: Alarm } | undefined
  return {
    reads: 'every',
    tests: new Set(solved),
    cost: solved.length > 0 ? 1 : 0,
    holds: (changed) => {
      if (solved.some((key) => changed.changed.has(key))) {
        const events = changed.play(recipe)
        return events !== null && isRight(alarmOf(events, changed), rules, changed) !== knownGap
      }
      if (known === undefined) {
        const events = eventsOf({ ...statement, rule: null }, world.ruleOf)
        known = { events, alarm: alarmOf(events, world) }
      }
      const { events, alarm } = known
      return isRight(alarmAfter(alarm, events, world, changed), rules, changed) !== knownGap
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
  const rules = world.allRules().filter(({ key }) => !world.unreported.has(key))
  return { rules: events.map((event) => firing(rules, event)), correlations: correlationsOn(events, world) }
}

function alarmAfter(alarm: Alarm, events: readonly PlayedEvent[], before: RuleWorld, world: RuleWorld): Alarm {
  const { changed, ruleOf, unreported, correlationOf } = world
  if (changed.size === 0) return alarm
  // A changed correlation may let rules report that only fed it, and the other way round.
  const moved = [...unreported, ...before.unreported].filter(
    (key) => unreported.has(key) !== before.unreported.has(key),
  )
  const anew = new Set([...changed, ...moved].filter((key) => correlationOf(key) === undefined))
  const rules = [...anew].filter((key) => !unreported.has(key)).map(ruleOf)
  const isFed = world.ruleSet.correlations.length > 0
  return {
    rules: alarm.rules.map((fired, index) => {
      const event = events[index]
      const unchanged = [...fired].filter((key) => !anew.has(key))
      return event === undefined ? fired : new Set([...unchanged, ...firing(rules, event)])
    }),
    correlations: isFed ? correlationsOn(events, world) : alarm.correlations,
  }
}

function firing(rules: readonly Rule[], event: PlayedEvent): ReadonlySet<RuleKey> {
  return new Set(rules.filter((rule) => firesOn(rule, event)).map(({ key }) => key))
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
