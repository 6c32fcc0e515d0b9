import { type Matcher, referenceMatcher } from '../../matching/index.ts'
import {
  type Correlation,
  type CorrelationJudgement,
  judgeCorrelations,
  type Rule,
  type RuleKey,
} from '../../sigma/index.ts'
import type { NamedRule, RuleBook } from '../rules/rule-book.ts'
import type { ScenarioState } from '../scenario/scenario-state.ts'

/** What fires, rules that only feed correlations left out. */
export interface Fired {
  /** For each event. */
  readonly rules: readonly (readonly Rule[])[]
  /** How often each correlation does that does at all. */
  readonly correlations: ReadonlyMap<Correlation, number>
  /** What every correlation says of all events. */
  readonly judgements: ReadonlyMap<RuleKey, CorrelationJudgement>
}

const matchers = new WeakMap<RuleBook, Matcher>()

/** Matches the rules of a project that report. */
function matcherOf(book: RuleBook): Matcher {
  const matcher = matchers.get(book) ?? referenceMatcher(book.rules.filter(({ key }) => !book.unreported.has(key)))
  matchers.set(book, matcher)
  return matcher
}

/** Judges every event by all rules of the project that report, and all events by its correlations. */
export function firedOn({ scene: { events } }: Pick<ScenarioState, 'scene'>, book: RuleBook): Fired {
  const { firing } = matcherOf(book)
  const judgements = judgeCorrelations(book, events)
  const counts = book.correlations
    .filter(({ key }) => !book.unreported.has(key))
    .map((each) => [each, judgements.get(each.key)?.matches.length ?? 0] as const)
  return {
    rules: events.map(firing),
    correlations: new Map(counts.filter(([, count]) => count > 0)),
    judgements,
  }
}

/** Whether a detection rule fires on every event, or a correlation over all of them. */
export function firesThroughout(rule: NamedRule, { rules, correlations }: Fired): boolean {
  return rule.kind === 'correlation' ? correlations.has(rule) : rules.every((each) => each.includes(rule))
}
