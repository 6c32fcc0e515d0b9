import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Wanted } from '../../../../generators/solver/wanted/normal-form.ts'
import { conditionWithout, effectsWithout, holdsWithout } from '../../../../generators/solver/wanted/without-part.ts'
import { ask } from '../../../../proofs/index.ts'
import { answersOn, evaluateRule, eventOf, type Fields, leafMatches, type Rule } from '../../../../sigma/index.ts'
import { fc } from '../../../fast-check.ts'
import { ruleOf, ruleWith } from '../../rules.ts'

const always = '_always'

function holds(wanted: Wanted, fields: Fields): boolean {
  if (wanted.kind === 'literal') return leafMatches(wanted.leaf, fields) === wanted.matched
  const answers = wanted.children.map((child) => holds(child, fields))
  return wanted.kind === 'all' ? answers.every(Boolean) : answers.some(Boolean)
}

function ruleFor(condition: string): Rule {
  const names = ['s', 't', 's_a', 's_b', 'f', 'g', always]
  const bodies = names.map(
    (name) => `  ${name}:\n    ${name === always ? 'Z|exists: false' : `${name.toUpperCase()}: 1`}`,
  )
  return ruleOf(`title: X\nlogsource: {product: other}\ndetection:\n${bodies.join('\n')}\n  condition: ${condition}\n`)
}

const anyEvent: fc.Arbitrary<Fields> = fc
  .subarray(['S', 'T', 'S_A', 'S_B', 'F', 'G'])
  .map((names) => Object.fromEntries(names.map((name) => [name, 1])))

/** A condition, the part, the condition as an author leaves it out, and what that can do. */
const left: readonly (readonly [condition: string, part: string, without: string, effects: readonly string[]])[] = [
  ['s and t', 's', 't', ['more']],
  ['s or t', 's', 't', ['fewer']],
  ['s', 's', always, ['more']],
  ['not f', 'f', always, ['more']],
  ['s and not f', 'f', 's', ['more']],
  ['s or not f', 'f', 's', ['fewer']],
  ['s and not (f or g)', 'f', 's and not g', ['more']],
  ['s and not (f and g)', 'f', 's and not g', ['fewer']],
  ['s and not 1 of s_*', 's_a', 's and not s_b', ['more']],
  ['s and not all of s_*', 's_a', 's and not s_b', ['fewer']],
  ['1 of s_*', 's_b', 's_a', ['fewer']],
  ['(s or t) and not f', 't', 's and not f', ['fewer']],
  ['(s and not f) or (t and not f)', 'f', 's or t', ['more']],
  ['(s and t) or (s and f)', 's', 't or f', ['more']],
  ['(s and t) or not s', 's', 't', ['more', 'fewer']],
  ['s and t', 'g', 's and t', []],
  ['s or t', 'S', 't', ['fewer']],
  ['s and not f', 'F', 's', ['more']],
]

describe('a rule without a part', () => {
  for (const [condition, part, without, effects] of left) {
    it(`is "${without}" for "${condition}" without ${part}`, () => {
      const [rule, shorter] = [ruleFor(condition), ruleFor(without)]
      assert.deepEqual([...effectsWithout(rule, part)].sort(), [...effects].sort())
      fc.assert(
        fc.property(anyEvent, (fields) => {
          const { matched } = evaluateRule(shorter, eventOf(fields)).condition
          assert.equal(holdsWithout(rule, part, answersOn(fields)), matched)
          assert.equal(holds(conditionWithout(rule, part, true), fields), matched)
          assert.equal(holds(conditionWithout(rule, part, false), fields), !matched)
        }),
      )
    })
  }

  it('lacks the keys of a field wherever they stand, and what they leave empty', () => {
    const rule = ruleFor('s')
    const list = ruleOf(
      'title: X\nlogsource: {product: other}\ndetection:\n  s:\n    - S: 1\n    - T: 1\n      F: 1\n  condition: s\n',
    )
    assert.deepEqual([...effectsWithout(list, 'S')], ['fewer'])
    assert.deepEqual([...effectsWithout(list, 'F')], ['more'])
    assert.ok(!holds(conditionWithout(list, 'S', true), { S: 1 }))
    assert.ok(holds(conditionWithout(list, 'F', true), { T: 1 }))
    assert.ok(holds(conditionWithout(rule, 'S', true), {}))
  })
})

describe('a claim about a part of an "or"', () => {
  const claimed = (detection: string, part: string) =>
    ask(
      { kind: 'refute', rule: ruleWith(detection, 'network_connection'), claim: { kind: 'does-not-need', part } },
      { seed: 'test' },
    )

  it('is proved for a part that no event of the log source meets, as it makes no difference', () => {
    const detection = "  sel:\n    SourceIp: '::1'\n  sel2:\n    DestinationPort: [22, 23]\n  condition: sel or sel2"
    for (const part of ['sel', 'SourceIp']) {
      const answer = claimed(detection, part)
      assert.deepEqual([answer.kind, answer.kind === 'impossible' && answer.world], ['impossible', 'source'])
    }
  })

  it('is refuted by an event that fires only with the part', () => {
    const detection = '  sel:\n    Initiated: true\n  sel2:\n    DestinationPort: [22, 23]\n  condition: sel or sel2'
    for (const part of ['sel', 'sel2', 'Initiated']) {
      const answer = claimed(detection, part)
      assert.ok(answer.kind === 'possible', part)
      assert.ok(evaluateRule(ruleWith(detection, 'network_connection'), answer.event).condition.matched, part)
    }
  })
})
