import {
  type Expectation,
  expectationHolds,
  hasWantedOutcome,
  meets,
  type Rule,
  verdictInWords,
  visibleText,
} from '../../sigma/index.ts'
import type { NamedRule } from '../rules/rule-book.ts'
import type { JudgedMadeEvent } from './judge-events.ts'

/**
 * What to say when a known gap is closed, wholly, for some events, or by another cause than the one stated; null while
 * the verdict is the wrong one for every event.
 */
export function gapClosed(rule: Rule, judged: readonly JudgedMadeEvent[], expectation: Expectation): string | null {
  if (expectation.kind === 'fires-times') {
    const judgements = judged.map((each) => each.judgement)
    return expectationHolds(rule, judgements, expectation) ? closedLine(judged.length, judged.length, rule) : null
  }
  const right = judged.filter(({ judgement }) => meets(rule, judgement, expectation))
  if (right.length > 0) return closedLine(right.length, judged.length, rule)
  const otherwise = judged.filter(({ judgement }) => hasWantedOutcome(judgement, expectation))
  const [first] = otherwise
  if (first === undefined) return null
  const some = otherwise.length === judged.length ? '' : ` for ${otherwise.length} of ${judged.length}`
  return `gap closed another way${some}: ${causeOf(first)}\n${title(rule)} ${verdictInWords(first.judgement)}`
}

/** The first line for a gap that is no longer one for so many of the events. */
export function closedLine(right: number, of: number, rule: NamedRule | null): string {
  const some = right === of ? '' : ` for ${right} of ${of}`
  const subject = rule === null ? 'The rules do' : `${title(rule)} does`
  return `gap closed${some}\n${subject} now what the scenario states: take @known-gap away, or split what is still open`
}

function causeOf({ judgement: { verdict } }: JudgedMadeEvent): string {
  switch (verdict.kind) {
    case 'fires':
      return 'by another part'
    case 'suppressed':
      return verdict.by.map(visibleText).join(', ')
    case 'missed':
      return verdict.fields.map(visibleText).join(', ')
    case 'wrong-log-source':
      return 'its log source'
  }
}

function title(rule: NamedRule): string {
  return `"${visibleText(rule.title)}"`
}
