import type { MadeEvent } from '../../generators/index.ts'
import { type Expectation, expectationHolds, type Judgement, judge, type Rule, visibleText } from '../../sigma/index.ts'
import { failureMessage } from '../failures/failure-message.ts'
import { VerdictError } from '../failures/verdict-error.ts'
import { type NamedRule, ruleBookOf, ruleNamed } from '../rules/rule-book.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { advance, type ScenarioState, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import { warn } from '../scenario/warn.ts'
import { attachObservation } from './attach-observation.ts'
import { gapClosed } from './known-gap.ts'
import { warningsAbout } from './verdict-warnings.ts'

/** One event with what a rule says of it. */
export interface JudgedMadeEvent {
  readonly event: MadeEvent
  /** From 1, in the order the events were made. */
  readonly number: number
  readonly judgement: Judgement
}

/**
 * Judges every current event by one rule and holds the verdicts against what was expected. Leaves one observation.
 * Throws a VerdictError when it does not hold or, in a known gap, when any of it does.
 */
export function expectOf(world: ScenarioWorld, rule: Rule, expectation: Expectation): void {
  const state = beginVerdict(world)
  const judged = judgedBy(rule, state.scene.events)
  warn(world, warningsAbout(rule, judged, expectation, state.knownGap))
  const judgements = judged.map((each) => each.judgement)
  const held = expectationHolds(rule, judgements, expectation)
  const closed = state.knownGap ? gapClosed(rule, judged, expectation) : null
  attachObservation(world, rule, expectation, { held, isClosed: closed !== null })
  if (state.knownGap) {
    if (closed !== null) throw new VerdictError(closed)
  } else if (!held) {
    throw new VerdictError(failureMessage(rule, judged, expectation))
  }
}

/** The rule a Then speaks of: the one named, or the only one under test. */
export function subjectOf(world: ScenarioWorld, name: string | null): NamedRule {
  const { settings, underTest } = stateOf(world)
  if (name !== null) return ruleNamed(ruleBookOf(settings), name)
  const [rule, ...others] = underTest
  if (rule === undefined) throw new ScenarioError('no rule is under test; name one: Given the rule "..."')
  if (others.length === 0) return rule
  const titles = underTest.map((each) => `"${visibleText(each.title)}"`).join(', ')
  throw new ScenarioError(`"the rule" may be any of ${underTest.length} under test: ${titles}; name the one you mean`)
}

/** The start of every Then: there is something to judge, and a known gap is judged once. Counts the verdict. */
export function beginVerdict(world: ScenarioWorld): ScenarioState {
  const state = stateOf(world)
  if (state.scene.events.length === 0) throw new ScenarioError('there is no event to judge')
  if (state.knownGap && state.verdicts > 0) {
    throw new ScenarioError('a @known-gap scenario states one verdict; put the others in a scenario of their own')
  }
  advance(world, { verdicts: state.verdicts + 1, unjudged: null })
  return state
}

/** What the rule says of each event. */
function judgedBy(rule: Rule, events: readonly MadeEvent[]): readonly JudgedMadeEvent[] {
  return events.map((event, index) => ({ event, number: index + 1, judgement: judge(rule, event) }))
}
