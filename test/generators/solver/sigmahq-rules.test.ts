import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { activeRules } from '../../../bench/corpus.ts'
import type { Answer, Goal } from '../../../generators/solver/goal.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { reaches } from '../../../generators/solver/witness/confirm.ts'
import { leavesOf, partsOf, type Rule } from '../../../sigma/index.ts'

const folder = process.env.SIGMAPROOF_RULES
const every = process.env.SIGMAPROOF_LONG === '1' ? 1 : 25
const rules = (folder === undefined ? [] : activeRules(folder)).filter((_, index) => index % every === 0)

/** Solves for a goal and holds every event that comes of it against the evaluator. */
function answerTo(rule: Rule, goal: Goal): Answer['kind'] {
  const answer = solve([rule], goal, { count: 1, chance: rule.key, seed: 'sigmaproof' })
  const events = answer.kind === 'unknown' ? [] : answer.events
  for (const event of events) assert.ok(reaches([rule], goal, event), `${rule.key} ${JSON.stringify(goal)}`)
  return answer.kind
}

function countsOf(asked: readonly (readonly [Rule, Goal])[]): Readonly<Record<Answer['kind'], number>> {
  const counts = { witness: 0, impossible: 0, unknown: 0 }
  for (const [rule, goal] of asked) counts[answerTo(rule, goal)] += 1
  return counts
}

describe('the rules of SigmaHQ', { skip: folder === undefined ? 'SIGMAPROOF_RULES is not set' : false }, () => {
  it('have an event that fires them', () => {
    const counts = countsOf(rules.map((rule) => [rule, { kind: 'fires' }]))
    assert.ok(counts.witness > 100, JSON.stringify(counts))
    assert.ok(counts.unknown + counts.impossible <= 1 + rules.length / 200, JSON.stringify(counts))
  })

  it('have an event that each filter alone keeps silent, or a proof that there is none', () => {
    const asked = rules.flatMap((rule) =>
      partsOf(rule).filters.map((filter) => [rule, { kind: 'suppressed', filters: [filter] }] as const),
    )
    const counts = countsOf(asked)
    assert.ok(counts.witness > 50 && counts.unknown <= asked.length * 0.03, JSON.stringify(counts))
  })

  it('have events that each value decides, or a proof that there are none', () => {
    const asked = rules
      .filter((_, index) => index % 4 === 0)
      .flatMap((rule) =>
        rule.identifiers
          .filter(({ role }) => role !== 'unused')
          .flatMap(({ predicate }) => [...leavesOf(predicate)].slice(0, 20))
          .flatMap(({ id }) =>
            [true, false].map((matched) => [rule, { kind: 'decisive', leaf: id, matched } satisfies Goal] as const),
          ),
      )
    const counts = countsOf(asked)
    assert.ok(counts.witness > 100 && counts.unknown <= asked.length * 0.03, JSON.stringify(counts))
  })
})
