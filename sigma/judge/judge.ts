import { evaluateRule } from '../evaluate.ts'
import type { Event } from '../event.ts'
import { fitsLogSource, logSourceFits } from '../log-source.ts'
import type { Rule } from '../rule.ts'
import type { Judgement, Verdict } from '../verdict.ts'
import {
  type AnswerOf,
  type Answers,
  answersIn,
  overFields,
  overFilters,
  overIdentifiers,
  withoutPart,
} from './condition-formula.ts'
import { decisiveLeaves } from './decisive.ts'
import { distanceToFiring } from './distance.ts'
import { answerWhen, culpritsOf } from './formula.ts'

/**
 * What a rule says of one event and why: wrong log source, fires, suppressed or missed, in this order, by the
 * definitions of the vocabulary (section 1). Never fails: every event gets a verdict.
 */
export function judge(rule: Rule, event: Event): Judgement {
  const judged = judgeVerdict(rule, event)
  const fits = judged.verdict.kind !== 'wrong-log-source'
  return {
    ...judged,
    decisive: fits ? decisiveLeaves(rule, judged.identifiers) : new Set(),
    distance: fits ? distance(rule, judged) : 'far',
  }
}

function distance(rule: Rule, { verdict, identifiers }: JudgedVerdict): Judgement['distance'] {
  return verdict.kind === 'fires' ? 0 : distanceToFiring(rule, identifiers)
}

/** What a judgement says of causes, without how near the event came to another verdict. */
export type JudgedVerdict = Omit<Judgement, 'decisive' | 'distance'>

/** The verdict with its evidence alone, for whoever judges one event by thousands of rules. */
export function judgeVerdict(rule: Rule, event: Event): JudgedVerdict {
  const { condition, identifiers } = evaluateRule(rule, event)
  const verdict = fitsLogSource(rule.logsource, event)
    ? verdictOf(rule, condition.matched, identifiers)
    : wrongLogSource(rule, event)
  return { rule: rule.key, verdict, evidence: condition, identifiers }
}

function wrongLogSource({ logsource }: Rule, event: Event): Verdict {
  const { wanted, actual } = logSourceFits(logsource, event)
  return { kind: 'wrong-log-source', wanted, actual }
}

function verdictOf(rule: Rule, matched: boolean, answers: Answers): Verdict {
  if (matched) return { kind: 'fires' }
  const answerOf = answersIn(answers)
  const by = suppressorsWhen(rule, answerOf)
  if (by.length > 0) return { kind: 'suppressed', by }
  return {
    kind: 'missed',
    identifiers: culpritsOf(overIdentifiers(rule, answerOf)),
    fields: culpritsOf(overFields(rule, answers)),
  }
}

/**
 * The filters that suppress the rule when its identifiers answer so: the culprits among repairs made of filters alone.
 * Empty when it fires, and when it would not fire with all filters forced false either.
 */
export function suppressorsWhen(rule: Rule, answerOf: AnswerOf): readonly string[] {
  if (!rule.identifiers.some(({ role }) => role === 'filter')) return []
  const filters = overFilters(rule, answerOf)
  const everyPart = new Set(rule.identifiers.map((identifier) => identifier.name))
  const suppressed = !answerWhen(filters, new Set()) && answerWhen(filters, everyPart)
  return suppressed ? culpritsOf(filters) : []
}

/** Whether a rule fires on the event only because this part matches: forced false, it would be silent. */
export function firesVia(rule: Rule, judgement: JudgedVerdict, part: string): boolean {
  if (judgement.verdict.kind !== 'fires') return false
  return !answerWhen(withoutPart(rule, judgement.identifiers, part), new Set([part]))
}
