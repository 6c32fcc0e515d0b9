import { fieldsFor } from '../events/category-names.ts'
import type { Event } from '../events/event.ts'
import { fitsLogSource, logSourceFits } from '../log-source.ts'
import { decisiveLeaves } from '../logic/decisive.ts'
import { distanceToFiring } from '../logic/distance.ts'
import { type Evaluation, evaluateRule } from '../logic/evaluate.ts'
import { answersOn, type LeafAnswers } from '../logic/leaf-answers.ts'
import { firesViaWhen, verdictWhen } from '../logic/verdict-when.ts'
import type { NodeId } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import type { JudgedVerdict, Judgement, Verdict } from './verdict.ts'

/**
 * What a rule says of one event and why: wrong log source, fires, suppressed or missed, in this order, by the
 * definitions of the vocabulary (section 1). Never fails: every event gets a verdict. Evidence, decisive leaves and
 * distance are worked out when they are first read.
 */
export function judge(rule: Rule, event: Event): Judgement {
  const { verdict, answers } = judgeVerdict(rule, event)
  const fits = verdict.kind !== 'wrong-log-source'
  let evaluation: Evaluation | null = null
  const evaluated = (): Evaluation => {
    evaluation ??= evaluateRule(rule, event)
    return evaluation
  }
  let decisive: ReadonlySet<NodeId> | null = null
  let distance: Judgement['distance'] | null = null
  return {
    rule: rule.key,
    verdict,
    answers,
    get evidence() {
      return evaluated().condition
    },
    get identifiers() {
      return evaluated().identifiers
    },
    get decisive() {
      decisive ??= fits ? decisiveLeaves(rule, answers) : new Set()
      return decisive
    },
    get distance() {
      distance ??= verdict.kind === 'fires' ? 0 : fits ? distanceToFiring(rule, answers) : 'far'
      return distance
    },
  }
}

/**
 * The verdict and what it is made of, without evidence: for whoever only asks whether an expectation holds. `answers` are
 * those of the event's fields as the rule's log source reads them, where somebody has them already.
 */
export function judgeVerdict(
  rule: Rule,
  event: Event,
  answers: LeafAnswers = answersOn(fieldsFor(rule.logsource, event)),
): JudgedVerdict {
  const verdict = fitsLogSource(rule.logsource, event) ? verdictWhen(rule, answers) : wrongLogSource(rule, event)
  return { rule: rule.key, verdict, answers }
}

function wrongLogSource({ logsource }: Rule, event: Event): Verdict {
  const { wanted, actual } = logSourceFits(logsource, event)
  return { kind: 'wrong-log-source', wanted, actual }
}

/** Whether a rule fires on the event only because this part matches: forced false, it would be silent. */
export function firesVia(rule: Rule, { verdict, answers }: JudgedVerdict, part: string): boolean {
  return verdict.kind === 'fires' && firesViaWhen(rule, answers, part)
}
