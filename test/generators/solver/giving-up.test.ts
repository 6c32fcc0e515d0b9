import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answer } from '../../../generators/solver/goal.ts'
import { type SearchOutcome, searchFor, type Trial } from '../../../generators/solver/search/search.ts'
import { solve } from '../../../generators/solver/solve.ts'
import type { Wanted } from '../../../generators/solver/wanted/normal-form.ts'
import { ask, type Claim } from '../../../proofs/index.ts'
import { evaluateRule } from '../../../sigma/index.ts'
import { ruleWith } from '../rules.ts'
import { leafUnder } from './theory/leaves.ts'

function answerFor(detection: string, category: string): Answer {
  return solve([ruleWith(detection, category)], { kind: 'fires' }, { count: 1, chance: 'a', seed: 'test' })
}

function claimed(detection: string, claim: Claim): string {
  return ask({ kind: 'refute', rule: ruleWith(detection, 'network_connection'), claim }, { seed: 'test' }).kind
}

describe('what the solver gives up is never called impossible', () => {
  const possible = [
    [
      'a value that only a list has, which no log source writes',
      "  s:\n    UtcTime|hour: 3\n    UtcTime|contains: '04:'\n  condition: s",
      'process_creation',
    ],
    [
      'the absence of a field that older versions of Sysmon do not write',
      '  s:\n    SourceUser|exists: false\n  condition: s',
      'create_remote_thread',
    ],
  ] as const
  for (const [what, detection, category] of possible) {
    it(`has an event for ${what}`, () => {
      const answer = answerFor(detection, category)
      assert.ok(answer.kind === 'witness', JSON.stringify(answer))
      const rule = ruleWith(detection, category)
      assert.ok(answer.events.length > 0)
      for (const event of answer.events) assert.ok(evaluateRule(rule, event).condition.matched)
    })
  }

  it('stays unknown where two fields would have to be made for each other', () => {
    const answer = answerFor(
      "  s:\n    Image|fieldref|startswith: ParentImage\n    Image|endswith: '\\b.exe'\n    ParentImage|endswith: '\\a.exe'\n  condition: s",
      'process_creation',
    )
    assert.ok(answer.kind === 'unknown', JSON.stringify(answer))
    assert.match(answer.limit, /^after /)
  })

  const ofFacts = [
    ["SourceIp|contains: ':'", "DestinationIp|contains: ':'"],
    ['SourceIsIpv6: true', 'DestinationIsIpv6: true'],
    ["SourceIp|contains: ':'", 'SourceIsIpv6: true'],
  ] as const
  for (const [selected, filtered] of ofFacts) {
    it(`blames Sysmon, not the rule, that ${selected} comes with ${filtered}`, () => {
      const detection = `  s:\n    ${selected}\n  f:\n    ${filtered}\n  condition: s and not f`
      const answer = answerFor(detection, 'network_connection')
      assert.ok(answer.kind === 'impossible', JSON.stringify(answer))
      assert.equal(answer.world, 'source')
      assert.match(answer.reason, /\(ipv6-same-family\)$/)
      const [event] = answer.events
      assert.ok(event !== undefined)
      assert.ok(evaluateRule(ruleWith(detection, 'network_connection'), event).condition.matched)
    })
  }

  it('leaves a claim open of which one half is proved and the other is not', () => {
    const claim: Claim = { kind: 'never-matches', field: 'SourceIp', value: 'User' }
    const halves = ['SourceIp: User', 'SourceIp|fieldref: User']
    assert.deepEqual(
      halves.map((half) => claimed(`  s:\n    ${half}\n  condition: s`, claim)),
      ['impossible', 'unknown'],
    )
    for (const [one, other] of [halves, halves.toReversed()]) {
      assert.equal(claimed(`  s:\n    ${one}\n  t:\n    ${other}\n  condition: s or t`, claim), 'unknown')
    }
  })
})

describe('a search', () => {
  const [a, b] = ['a', 'b'].map((value): Wanted => ({ kind: 'literal', leaf: leafUnder('F', value), matched: true }))
  assert.ok(a?.kind === 'literal' && b?.kind === 'literal')
  const either: Wanted = { kind: 'any', children: [a, b] }
  const ends: readonly (readonly [string, Trial['kind'], Trial['kind'], SearchOutcome['kind']])[] = [
    ['every way clashes', 'clash', 'clash', 'none'],
    ['the first way is open', 'open', 'clash', 'open'],
    ['the last way is open', 'clash', 'open', 'open'],
    ['every way is open', 'open', 'open', 'open'],
    ['the first way is open and the last is good', 'open', 'done', 'done'],
  ]
  for (const [what, first, last, kind] of ends) {
    it(`ends as ${kind} where ${what}`, () => {
      const outcome = searchFor(either, {
        limit: 10,
        inOrder: (children) => children,
        attempt: (plan) => {
          const [literal] = plan.get('F') ?? []
          assert.ok(literal !== undefined)
          const trial = literal.leaf === a.leaf ? first : last
          return trial === 'clash' ? { kind: trial, core: [literal] } : { kind: trial }
        },
      })
      assert.deepEqual([outcome.kind, outcome.gaveUp], [kind, false])
    })
  }
})
