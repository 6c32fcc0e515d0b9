import { renderEvent, type Witness } from '../../generators/index.ts'
import { ask, type Claim } from '../../proofs/index.ts'
import { conditionHolds, fieldValue, leavesOf, type Rule, shownValue, visibleText } from '../../sigma/index.ts'
import { inScenarioWords } from '../events/in-scenario-words.ts'
import { VerdictError } from '../failures/verdict-error.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { advance, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import type { StatedValue } from '../values/stated-value.ts'
import { attachClaim } from './attach-statement.ts'
import { subjectOf } from './judge-events.ts'
import { closedLine } from './known-gap.ts'

/** It has to be proved that no event of the rule's log source makes this value of the field match. */
export function ruleCanNeverMatch(world: ScenarioWorld, name: string | null, field: string, value: StatedValue): void {
  claim(world, name, { kind: 'never-matches', field, value: value.text })
}

/** It has to be proved that without the part the rule says the same of every event of its log source. */
export function ruleDoesNotNeed(world: ScenarioWorld, name: string | null, part: string): void {
  claim(world, name, { kind: 'does-not-need', part })
}

/** A claim is about the rule alone: it needs no event, and judges no change before it. */
function claim(world: ScenarioWorld, name: string | null, claimed: Claim): void {
  const rule = subjectOf(world, name)
  if (rule.kind !== 'detection') {
    throw new ScenarioError(`"${visibleText(rule.title)}" is a correlation; claim it of the rules that it refers to`)
  }
  const { settings, knownGap, verdicts } = stateOf(world)
  if (knownGap && verdicts > 0) {
    throw new ScenarioError('a @known-gap scenario states one verdict; put the others in a scenario of their own')
  }
  advance(world, { verdicts: verdicts + 1 })
  const answer = inScenarioWords(() => ask({ kind: 'refute', rule, claim: claimed }, { seed: settings.seed }))
  if (answer.kind === 'unknown') {
    throw new ScenarioError(`"${visibleText(rule.title)}": neither proved nor refuted, ${visibleText(answer.limit)}`)
  }
  attachClaim(world, rule, claimed, answer.kind === 'impossible')
  if (knownGap) {
    if (answer.kind === 'impossible') throw new VerdictError(closedLine(1, 1, rule))
  } else if (answer.kind === 'possible') throw new VerdictError(refutation(rule, claimed, answer.event))
}

/** What is: an event that the claim does not hold for, the fields that the rule reads first. */
function refutation(rule: Rule, claimed: Claim, event: Witness): string {
  const { fields } = event
  const fires = conditionHolds(rule, event)
  const author = rule.author === null ? '' : `, by ${visibleText(rule.author)}`
  const read = new Set(
    rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)].flatMap(({ field }) => field ?? [])),
  )
  const values = [...read].map((field) => `  ${visibleText(field)} ${shownValue(fieldValue(fields, field))}`)
  return [
    `"${visibleText(rule.title)}": ${whatItDoes(claimed, fires)}`,
    `${visibleText(rule.key)}${author}`,
    '',
    ...values,
    '',
    visibleText(JSON.stringify(renderEvent(event, 'flat'))),
  ].join('\n')
}

function whatItDoes(claimed: Claim, fires: boolean): string {
  switch (claimed.kind) {
    case 'never-matches':
      return 'it can: here is an event'
    case 'does-not-need':
      return `it does: this event fires only ${fires ? 'with' : 'without'} ${visibleText(claimed.part)}`
  }
}
