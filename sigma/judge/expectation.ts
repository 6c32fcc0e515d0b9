import type { Rule } from '../rule/rule.ts'
import { firesVia } from './judge.ts'
import { partsOf } from './parts.ts'
import type { JudgedVerdict } from './verdict.ts'

/** What a Then step asks of one rule, about every event of a set. Parts and filters are names of `partsOf(rule)`. */
export type Expectation =
  | { readonly kind: 'fires' }
  | { readonly kind: 'fires-via'; readonly part: string }
  | { readonly kind: 'fires-times'; readonly times: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'silent-because'; readonly parts: readonly string[] }
  | { readonly kind: 'wrong-log-source' }
  | { readonly kind: 'suppressed'; readonly filters: readonly string[] }

/** Whether the rule does on these events what was expected. One of the two readers is the step, the other the judge of mutants. */
export function expectationHolds(rule: Rule, judgements: readonly JudgedVerdict[], expectation: Expectation): boolean {
  if (expectation.kind === 'fires-times') {
    return judgements.filter((judgement) => judgement.verdict.kind === 'fires').length === expectation.times
  }
  return judgements.every((judgement) => meets(rule, judgement, expectation))
}

/** Whether one event's verdict is the expected one. `fires-times` counts a set: for one event it asks whether it fires. */
export function meets(rule: Rule, judgement: JudgedVerdict, expectation: Expectation): boolean {
  const { verdict } = judgement
  switch (expectation.kind) {
    case 'fires':
    case 'fires-times':
      return verdict.kind === 'fires'
    case 'fires-via':
      return firesVia(rule, judgement, expectation.part)
    case 'silent':
      return verdict.kind !== 'fires'
    case 'silent-because':
      return (
        verdict.kind === 'missed' && sameNames(culpritsAtLevelOf(rule, judgement, expectation.parts), expectation.parts)
      )
    case 'wrong-log-source':
      return verdict.kind === 'wrong-log-source'
    case 'suppressed':
      return verdict.kind === 'suppressed' && sameNames(verdict.by, expectation.filters)
  }
}

/**
 * What stands between a missed event and firing, told in the words of the names given: by search identifiers when all
 * of them are, else by fields and whole filters. Empty for any other verdict.
 */
export function culpritsAtLevelOf(rule: Rule, judgement: JudgedVerdict, names: readonly string[]): readonly string[] {
  if (judgement.verdict.kind !== 'missed') return []
  const byIdentifier = names.every((name) => rule.identifiers.some((identifier) => identifier.name === name))
  return byIdentifier ? judgement.verdict.identifiers : judgement.verdict.fields
}

function sameNames(actual: readonly string[], wanted: readonly string[]): boolean {
  const names = new Set(wanted)
  return actual.length === names.size && actual.every((name) => names.has(name))
}

/**
 * Whether a known gap is closed: some event's verdict is the expected one, or the rule fires or is silent as it should on
 * some event, only not for the cause named.
 */
export function closesGap(rule: Rule, judgements: readonly JudgedVerdict[], expectation: Expectation): boolean {
  if (expectation.kind === 'fires-times') return expectationHolds(rule, judgements, expectation)
  return judgements.some((judgement) => meets(rule, judgement, expectation) || hasWantedOutcome(judgement, expectation))
}

/** Whether the rule fires or is silent as the expectation wants, whatever cause that names; never where it names none. */
export function hasWantedOutcome({ verdict }: JudgedVerdict, expectation: Expectation): boolean {
  switch (expectation.kind) {
    case 'fires-via':
      return verdict.kind === 'fires'
    case 'silent-because':
    case 'suppressed':
    case 'wrong-log-source':
      return verdict.kind !== 'fires'
    case 'fires':
    case 'fires-times':
    case 'silent':
      return false
  }
}

/** Whether the rule has every part and filter that an expectation names; without them it is an error to ask for it. */
export function namesOwnParts(rule: Rule, expectation: Expectation): boolean {
  const { identifiers, filters, fields } = partsOf(rule)
  switch (expectation.kind) {
    case 'fires-via':
      return identifiers.includes(expectation.part) || fields.includes(expectation.part)
    case 'silent-because':
      return expectation.parts.every((part) => identifiers.includes(part) || fields.includes(part))
    case 'suppressed':
      return expectation.filters.every((filter) => filters.includes(filter))
    case 'fires':
    case 'fires-times':
    case 'silent':
    case 'wrong-log-source':
      return true
  }
}
