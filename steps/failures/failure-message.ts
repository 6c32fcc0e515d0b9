import { type Expectation, explainJudgement, meets, type Rule, verdictInWords, visibleText } from '../../sigma/index.ts'
import type { JudgedMadeEvent } from '../judging/judge-events.ts'
import type { NamedRule } from '../rules/rule-book.ts'
import { firstLine } from './first-line.ts'

/** How many events of a set are shown with their evidence. */
const shownEvents = 5

/**
 * The text of a failed assertion: what is and what was wanted, whose rule it is, then the evidence of up to five events
 * and how many more there are. Text from rules and events is made visible.
 */
export function failureMessage(rule: Rule, judged: readonly JudgedMadeEvent[], expectation: Expectation): string {
  const failing = failingOf(rule, judged, expectation)
  const shown = failing.slice(0, shownEvents)
  const more = failing.length - shown.length
  const set = judged.length > 1
  return [
    [
      firstLine(rule, judged, failing, expectation),
      ...(set ? [`${failing.length} of ${judged.length} events`] : []),
      credit(rule),
    ].join('\n'),
    ...shown.map((each) => evidenceOf(rule, each, set, namesIn(expectation))),
    ...(more > 0 ? [`... and ${more} more ${more === 1 ? 'event' : 'events'}`] : []),
  ].join('\n\n')
}

/** The rule's place and author: whoever shows what a rule does names who wrote it. */
export function credit(rule: NamedRule): string {
  const author = rule.author === null ? '' : `, by ${visibleText(rule.author)}`
  return `${visibleText(rule.key)}${author}`
}

/** The evidence of a verdict on one event, the parts asked for first; of a set, with the event's number before it. */
export function evidenceOf(
  rule: Rule,
  { event, number, judgement }: JudgedMadeEvent,
  set: boolean,
  asked: readonly string[],
): string {
  const evidence = explainJudgement(rule, event, judgement, asked)
  return set ? `event ${number} ${verdictInWords(judgement)}\n\n${evidence}` : evidence
}

/** The events to show: those that break the expectation; for a count, those on the side there are too many of. */
function failingOf(
  rule: Rule,
  judged: readonly JudgedMadeEvent[],
  expectation: Expectation,
): readonly JudgedMadeEvent[] {
  if (expectation.kind !== 'fires-times') {
    return judged.filter(({ judgement }) => !meets(rule, judgement, expectation))
  }
  const fires = judged.filter(({ judgement }) => judgement.verdict.kind === 'fires')
  return fires.length > expectation.times ? fires : judged.filter((each) => !fires.includes(each))
}

/** The parts and filters that the step spoke of: the evidence begins with them. */
function namesIn(expectation: Expectation): readonly string[] {
  switch (expectation.kind) {
    case 'fires-via':
      return [expectation.part]
    case 'silent-because':
      return expectation.parts
    case 'suppressed':
      return expectation.filters
    case 'fires':
    case 'fires-times':
    case 'silent':
    case 'wrong-log-source':
      return []
  }
}
