import {
  culpritsAtLevelOf,
  type Evidence,
  type Expectation,
  fieldValue,
  inWords,
  leavesOf,
  type Rule,
  shownValue,
  verdictInWords,
  visibleText,
} from '../../sigma/index.ts'
import type { JudgedMadeEvent } from '../judging/judge-events.ts'
import { times } from './times.ts'

/** What is, then what was wanted, told of the first event that breaks the expectation. */
export function firstLine(
  rule: Rule,
  judged: readonly JudgedMadeEvent[],
  failing: readonly JudgedMadeEvent[],
  expectation: Expectation,
): string {
  const title = `"${visibleText(rule.title)}"`
  if (expectation.kind === 'fires-times') return timesLine(title, judged, expectation.times)
  const [first] = failing
  if (first === undefined) return title
  switch (expectation.kind) {
    case 'fires':
      return `${title} is silent, should fire: ${silenceOf(rule, first)}`
    case 'fires-via':
      return viaLine(title, rule, first, expectation.part)
    case 'silent':
      return `${title} fires, should be silent: ${firingOf(rule, first)}`
    case 'silent-because':
      return becauseLine(title, rule, first, expectation.parts)
    case 'wrong-log-source':
      return first.judgement.verdict.kind === 'fires'
        ? `${title} fires, should be silent because of its log source`
        : `the event is of the rule's log source; ${title} ${verdictInWords(first.judgement)}`
    case 'suppressed':
      return suppressedLine(title, rule, first, expectation.filters)
  }
}

function timesLine(title: string, judged: readonly JudgedMadeEvent[], wanted: number): string {
  const fires = judged.filter(({ judgement }) => judgement.verdict.kind === 'fires')
  const which = fires.length === 0 ? '' : `: events ${fires.map(({ number }) => number).join(', ')}`
  return `${title} fires ${times(fires.length)}, should ${wanted}${which}`
}

function viaLine(title: string, rule: Rule, first: JudgedMadeEvent, part: string): string {
  if (first.judgement.verdict.kind !== 'fires') {
    return `${title} is silent, should fire via ${visibleText(part)}: ${silenceOf(rule, first)}`
  }
  const fields = matchedFields(rule, first)
  const others = fields.filter((field) => field !== part)
  const reason =
    fields.includes(part) || (first.judgement.identifiers.get(part)?.matched ?? false)
      ? `${inWords(others)} ${others.length === 1 ? 'matches' : 'match'} too`
      : `it does not match (${valuesOf(rule, first, [part])})`
  return `${title} fires, but not via ${visibleText(part)}: ${reason}`
}

function becauseLine(title: string, rule: Rule, first: JudgedMadeEvent, wanted: readonly string[]): string {
  const { verdict } = first.judgement
  switch (verdict.kind) {
    case 'fires':
      return `${title} fires, should be silent because ${inWords(wanted)} ${not(wanted)} match: ${firingOf(rule, first)}`
    case 'suppressed':
    case 'wrong-log-source':
      return `${title} ${verdictInWords(first.judgement)}, not silent because ${inWords(wanted)} ${not(wanted)} match`
    case 'missed': {
      const actual = culpritsAtLevelOf(rule, first.judgement, wanted)
      const innocent = wanted.filter((name) => !actual.includes(name))
      const said = `${title} is silent because of ${inWords(actual)}, not ${inWords(wanted)}`
      if (innocent.length === 0) return `${said} alone`
      return `${said}: ${inWords(innocent)} ${innocent.length === 1 ? 'does' : 'do'} match`
    }
  }
}

function suppressedLine(title: string, rule: Rule, first: JudgedMadeEvent, wanted: readonly string[]): string {
  const { verdict } = first.judgement
  switch (verdict.kind) {
    case 'fires':
      return `${title} fires, should be suppressed by ${inWords(wanted)}: ${unmatched(rule, first, wanted)}`
    case 'suppressed': {
      const others = verdict.by.filter((name) => !wanted.includes(name))
      const missing = wanted.filter((name) => !verdict.by.includes(name))
      if (missing.length > 0) {
        return `${title} is suppressed by ${inWords(verdict.by)}, not by ${inWords(wanted)}: ${unmatched(rule, first, missing)}`
      }
      return `${title} is suppressed by ${inWords(others)} as well (${valuesOf(rule, first, others)})`
    }
    case 'missed':
    case 'wrong-log-source':
      return `${title} ${verdictInWords(first.judgement)}, should be suppressed by ${inWords(wanted)}`
  }
}

function unmatched(rule: Rule, first: JudgedMadeEvent, names: readonly string[]): string {
  const silent = names.filter((name) => first.judgement.identifiers.get(name)?.matched !== true)
  if (silent.length === 0) return `${inWords(names)} alone ${names.length === 1 ? 'does' : 'do'} not decide`
  return `${inWords(silent)} ${not(silent)} match (${valuesOf(rule, first, silent)})`
}

function silenceOf(rule: Rule, judged: JudgedMadeEvent): string {
  const { verdict } = judged.judgement
  switch (verdict.kind) {
    case 'fires':
      return 'it fires'
    case 'suppressed':
      return `${inWords(verdict.by)} ${verdict.by.length === 1 ? 'suppresses' : 'suppress'} it (${valuesOf(rule, judged, verdict.by)})`
    case 'missed':
      return verdict.fields.length === 0
        ? 'no event could make it fire'
        : `${inWords(verdict.fields)} ${not(verdict.fields)} match (${valuesOf(rule, judged, verdict.fields)})`
    case 'wrong-log-source':
      return `its log source is ${visibleText(verdict.wanted)}, the event's ${visibleText(verdict.actual)}`
  }
}

/** The selections that match, and the values that make them. */
function firingOf(rule: Rule, judged: JudgedMadeEvent): string {
  const matched = rule.identifiers
    .filter(({ name, role }) => role === 'selection' && judged.judgement.identifiers.get(name)?.matched === true)
    .map(({ name }) => name)
  if (matched.length === 0) return 'its condition holds'
  return `via ${inWords(matched)} (${valuesOf(rule, judged, matched)})`
}

/** What the event holds in these fields, or in the fields that these identifiers read. */
function valuesOf(rule: Rule, { event }: JudgedMadeEvent, names: readonly string[]): string {
  const fields = names.flatMap((name) => {
    const identifier = rule.identifiers.find((each) => each.name === name)
    if (identifier === undefined) return [name]
    return [...leavesOf(identifier.predicate)].map((leaf) => leaf.field ?? 'keywords')
  })
  return [...new Set(fields)]
    .map((field) => `${visibleText(field)} ${shownValue(fieldValue(event.fields, field))}`)
    .join(', ')
}

/** The fields with a value that matches, filters left out. */
function matchedFields(rule: Rule, { judgement }: JudgedMadeEvent): readonly string[] {
  const matched = new Set([...judgement.identifiers.values()].flatMap((evidence) => [...matchedLeaves(evidence)]))
  const fields = rule.identifiers
    .filter(({ role }) => role === 'selection')
    .flatMap(({ predicate }) => [...leavesOf(predicate)])
    .filter((leaf) => matched.has(leaf.id))
    .map((leaf) => leaf.field ?? 'a keyword')
  return [...new Set(fields)]
}

function* matchedLeaves(evidence: Evidence): Generator<string> {
  if (evidence.kind === 'leaf') {
    if (evidence.matched) yield evidence.node
    return
  }
  for (const child of evidence.children) yield* matchedLeaves(child)
}

function not(names: readonly string[]): string {
  return names.length === 1 ? 'does not' : 'do not'
}
