import {
  type Correlation,
  closesGap,
  correlationMeets,
  type Expectation,
  fieldsFor,
  fitsLogSource,
  holdsWhen,
  judgeCorrelation,
  judgeVerdict,
  keptAnswersOf,
  type LeafAnswers,
  meets,
  namesOwnParts,
  type Rule,
  type RuleKey,
} from '../../../sigma/index.ts'
import { misplaced } from '../../misplaced.ts'
import type { Observation } from '../../observation.ts'
import { eventsOf } from '../../observed-events.ts'
import { correlatedBy } from '../reading/correlated-rules.ts'
import type { Assertion } from './assertion.ts'
import type { PlayedEvent, RuleWorld } from './rule-world.ts'
import { rulesSolvedFor } from './rules-solved-for.ts'

/** A verdict of a detection rule, to be asked again: on the events that it is about, where the change can be told at all. */
export function verdictAssertion(observation: Observation, world: RuleWorld): Assertion {
  const { rule: key, recipe, knownGap, expected } = observation
  if (expected.kind === 'fires-only-for') throw misplaced(observation)
  const solved = rulesSolvedFor(recipe)
  const events = eventsFor(observation, world)
  const isRight = knownGap === null ? isMet : staysOpen
  let known: readonly AnsweredEvent[] | undefined
  return {
    reads: new Set([key, ...solved]),
    tests: new Set([key, ...solved]),
    cost: solved.length > 0 ? 1 : 0,
    holds: (changed) => {
      const rule = changed.ruleOf(key)
      if (solved.some((each) => changed.changed.has(each))) {
        const played = changed.play(recipe)
        return played !== null && isRight(rule, played.map(answeredBy(rule)), expected)
      }
      known ??= events().map(answeredBy(world.ruleOf(key)))
      // As the rules stand it holds: the suite is made of nothing else.
      const change = changed.changeOf(key)
      const isIdle = change === null || known.every(({ answers }) => change.isIdleWhere(answers))
      if (changed.changed.size > 0 && isIdle) return true
      const isReadAlike = rule.logsource === world.ruleOf(key).logsource
      return isRight(rule, isReadAlike ? known : events().map(answeredBy(rule)), expected)
    },
  }
}

/** A verdict of a correlation, to be asked again. It is about every rule and correlation that the correlation rests on. */
export function correlationAssertion(observation: Observation, standing: Correlation, world: RuleWorld): Assertion {
  const { rule: key, expected, recipe, knownGap } = observation
  switch (expected.kind) {
    case 'fires-via':
    case 'silent-because':
    case 'wrong-log-source':
    case 'suppressed':
      throw misplaced(observation)
    case 'fires':
    case 'fires-times':
    case 'fires-only-for':
    case 'silent':
  }
  const solved = rulesSolvedFor(recipe)
  const known = eventsFor(observation, world)
  const about = [key, ...correlatedBy(standing, world.correlationOf), ...solved]
  return {
    reads: new Set(about),
    tests: new Set(about),
    cost: solved.length > 0 ? 1 : 0,
    holds: (changed) => {
      const events = eventsIn(observation, solved, known, changed)
      const correlation = changed.correlationOf(key)
      if (events === null || correlation === undefined) return false
      const judgement = judgeCorrelation(changed.ruleSet, correlation, events)
      return correlationMeets(correlation, judgement, expected) === (knownGap === null)
    },
  }
}

/** The events that the observation carries, looked up when they are first asked for. */
function eventsFor(observation: Observation, world: RuleWorld): () => readonly PlayedEvent[] {
  let events: readonly PlayedEvent[] | undefined
  return () => {
    events ??= eventsOf(observation, world.ruleOf)
    return events
  }
}

/** The same events as long as none of them was solved for a rule that changed: such a one follows the rule. */
function eventsIn(
  { recipe }: Observation,
  solved: readonly RuleKey[],
  known: () => readonly PlayedEvent[],
  { changed, play }: RuleWorld,
): readonly PlayedEvent[] | null {
  return solved.some((key) => changed.has(key)) ? play(recipe) : known()
}

/** An event, and what leaves answer on it. */
interface AnsweredEvent {
  readonly event: PlayedEvent
  readonly answers: LeafAnswers
}

const keepers = new WeakMap<Rule, ReturnType<typeof keptAnswersOf>>()

/** Answers an event for this rule and what edits make of it. */
function answeredBy(rule: Rule): (event: PlayedEvent) => AnsweredEvent {
  const answersOn = keepers.get(rule) ?? keptAnswersOf(rule)
  keepers.set(rule, answersOn)
  return (event) => ({ event, answers: answersOn(fieldsFor(rule.logsource, event)) })
}

function isMet(rule: Rule, events: readonly AnsweredEvent[], expected: Expectation): boolean {
  switch (expected.kind) {
    case 'fires':
      return events.every((event) => fires(rule, event))
    case 'silent':
      return !events.some((event) => fires(rule, event))
    case 'fires-times':
      return events.filter((event) => fires(rule, event)).length === expected.times
    case 'fires-via':
    case 'silent-because':
    case 'suppressed':
    case 'wrong-log-source':
      // A part that the rule lost is never a cause, so that it needs no look of its own.
      return events.every(({ event, answers }) => meets(rule, judgeVerdict(rule, event, answers), expected))
  }
}

function fires(rule: Rule, { event, answers }: AnsweredEvent): boolean {
  return fitsLogSource(rule.logsource, event) && holdsWhen(rule, answers)
}

/** Asking for a part that the rule does not have is an error, and no error satisfies a known gap. */
function staysOpen(rule: Rule, events: readonly AnsweredEvent[], expected: Expectation): boolean {
  if (!namesOwnParts(rule, expected)) return false
  const judgements = events.map(({ event, answers }) => judgeVerdict(rule, event, answers))
  return !closesGap(rule, judgements, expected)
}
