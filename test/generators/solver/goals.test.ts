import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { edgesOf } from '../../../generators/solver/edges.ts'
import type { Goal } from '../../../generators/solver/goal.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { reaches } from '../../../generators/solver/witness/confirm.ts'
import {
  eventOf,
  type Fields,
  type Json,
  leafMatches,
  leavesOf,
  partsOf,
  type Rule,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'
import { fc, manyRuns } from '../../fast-check.ts'
import { smallRule, smallRuleOf } from './random-rules.ts'
import { assertUndecided } from './undecided.ts'

const letters = ['', 'a', 'b', 'z']
const texts = [
  ...new Set(letters.flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three)))),
]
const values: readonly (Json | undefined)[] = [undefined, null, ...texts]
const lists: readonly Json[] = [
  [],
  {},
  ...['a', 'b', 'ab', 'ba', 'z', ''].flatMap((one) => ['a', 'b', 'aa', 'bb', 'z'].map((two) => [one, two])),
  [null, 'a'],
  [null, 'b'],
  ['a', 'b', 'ab', 'ba'],
]
const few: readonly (Json | undefined)[] = [undefined, null, '', 'a', 'b', 'ab', 'ba', 'z', 'aa', 'bb', ...lists]

function event(A: Json | undefined, B: Json | undefined): Fields {
  return { ...(A === undefined ? {} : { A }), ...(B === undefined ? {} : { B }) }
}

/** Every pair of short texts, and lists beside some of them. */
const events: readonly Fields[] = [
  ...values.flatMap((A) => values.map((B) => event(A, B))),
  ...few.flatMap((A) => few.map((B) => event(A, B))),
]

/**
 * Events for every way in which the leaves of the rules can answer: verdicts are made of those answers alone. Where no leaf
 * compares the fields, each answers for itself.
 */
function differentFor(rules: readonly Rule[]): readonly Fields[] {
  const leaves = rules.flatMap((rule) => rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)]))
  if (leaves.some(({ test }) => test.operator === 'fieldref')) return events
  const different = (event: (value: Json | undefined) => Fields) => {
    const answers = (value: Json | undefined) =>
      leaves.map((leaf) => (leafMatches(leaf, event(value)) ? 1 : 0)).join('')
    return [...new Map([...values, ...lists].map((value) => [answers(value), value])).values()]
  }
  const ofB = different((value) => event(undefined, value))
  return different((value) => event(value, undefined)).flatMap((A) => ofB.map((B) => event(A, B)))
}

function goalsFor(rule: Rule): readonly Goal[] {
  const { identifiers, filters, fields } = partsOf(rule)
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  return [
    { kind: 'fires' },
    { kind: 'silent' },
    ...rule.identifiers.flatMap(({ name }): Goal[] => [
      { kind: 'identifier', name, matched: true },
      { kind: 'identifier', name, matched: false },
    ]),
    ...[...identifiers, ...fields].map((part): Goal => ({ kind: 'fires-via', part })),
    ...filters.map((filter): Goal => ({ kind: 'suppressed', filters: [filter] })),
    ...(filters.length > 1 ? [{ kind: 'suppressed', filters } as const] : []),
    ...leaves.flatMap(({ id }): Goal[] => [
      { kind: 'decisive', leaf: id, matched: true },
      { kind: 'decisive', leaf: id, matched: false },
      { kind: 'matches', leaf: id, matched: true },
      { kind: 'matches', leaf: id, matched: false },
    ]),
    ...leaves.flatMap((leaf) => edgesOf(leaf).map((edge): Goal => ({ kind: 'boundary', leaf: leaf.id, edge }))),
    ...[...identifiers, ...fields].map((part): Goal => ({ kind: 'needs', part })),
  ]
}

/** Holds the answer against the evaluator and against every event of the small world. */
function assertRight(rules: readonly Rule[], goal: Goal, written: string): 'decided' | 'unknown' {
  const answer = solve(rules, goal, { count: 1, chance: 'test', seed: 'test' })
  const told = `${written}\n${JSON.stringify(goal)}\n${JSON.stringify(answer)}`
  switch (answer.kind) {
    case 'witness':
      for (const event of answer.events) assert.ok(reaches(rules, goal, event), told)
      return 'decided'
    case 'impossible': {
      const found = differentFor(rules).find((fields) => reaches(rules, goal, eventOf(fields)))
      assert.equal(found, undefined, `${told}\n${JSON.stringify(found)}`)
      return 'decided'
    }
    case 'unknown':
      return 'unknown'
  }
}

/** Three of a hundred; in a short run chance may put a few more of them together. */
function mostUndecided(all: number): number {
  return 5 + all * 0.03
}

describe('the answer for a random small rule and any goal', () => {
  it('agrees with brute force', () => {
    let [decided, all] = [0, 0]
    fc.assert(
      fc.property(smallRule, fc.nat(), (written, pick) => {
        const rule = smallRuleOf(written)
        const goals = goalsFor(rule)
        const goal = goals[pick % goals.length]
        if (goal === undefined) return
        all += 1
        if (assertRight([rule], goal, written) === 'decided') decided += 1
      }),
      { numRuns: manyRuns(100) },
    )
    assertUndecided(all - decided, all, { pinned: 0, most: mostUndecided(all) })
  })

  it('agrees with brute force for two rules', () => {
    let [decided, all] = [0, 0]
    const goal = fc.constantFrom<Goal>({ kind: 'only-first' }, { kind: 'differ' }, { kind: 'fires' })
    fc.assert(
      fc.property(smallRule, smallRule, goal, (one, other, asked) => {
        all += 1
        const rules = [smallRuleOf(one, 'rules/one.yml'), smallRuleOf(other, 'rules/other.yml')]
        if (assertRight(rules, asked, `${one}\n${other}`) === 'decided') decided += 1
      }),
      { numRuns: manyRuns(50) },
    )
    assertUndecided(all - decided, all, { pinned: 0, most: mostUndecided(all) })
  })

  it('agrees with brute force for a rule and a copy with one value or its condition changed', () => {
    let [decided, all] = [0, 0]
    fc.assert(
      fc.property(smallRule, fc.nat(), fc.constantFrom('a', 'b*', '?b', 'ab', ''), (written, pick, value) => {
        const quoted = [...written.matchAll(/'[^']*'/g)]
        const at = quoted[pick % (quoted.length + 1)]
        const changed =
          at === undefined
            ? written.replace(/condition: (.*)/, 'condition: ($1) or (t and f)')
            : `${written.slice(0, at.index)}'${value}'${written.slice(at.index + at[0].length)}`
        const { rules: others } = readRules(sourceOf('rules/other.yml', changed))
        fc.pre(others.length === 1)
        const rules = [smallRuleOf(written, 'rules/one.yml'), ...others]
        for (const kind of ['only-first', 'differ'] as const) {
          all += 1
          if (assertRight(rules, { kind }, `${written}\n${changed}`) === 'decided') decided += 1
        }
      }),
      { numRuns: manyRuns(50) },
    )
    assertUndecided(all - decided, all, { pinned: 0, most: mostUndecided(all) })
  })
})
