import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decideField } from '../../../../generators/solver/theory/decide-field.ts'
import { anything, type Domain, oneValue } from '../../../../generators/solver/theory/domain.ts'
import { isMet, type Literal } from '../../../../generators/solver/theory/literal.ts'
import type { Fields, Json } from '../../../../sigma/index.ts'
import { fc, manyRuns } from '../../../fast-check.ts'
import { assertUndecided } from '../undecided.ts'
import { anyLeaf } from './leaves.ts'

const letters = ['', 'a', 'b', '1', 'A', 'z']
const texts = [
  ...new Set(
    letters.flatMap((one) =>
      letters.flatMap((two) => letters.flatMap((three) => letters.map((four) => one + two + three + four))),
    ),
  ),
]
const scalars: readonly Json[] = [
  ...texts,
  'true',
  'TRUE',
  '-1',
  '0',
  '2',
  '0.5',
  '1.5',
  '111',
  '1e1',
  true,
  false,
  0,
  1,
  2,
  11,
  12,
  0.5,
  null,
]
const events: readonly Fields[] = [{}, ...scalars.map((F) => ({ F }))]
const members: readonly Json[] = [null, {}, 'a', 'b', 'ab', 'ba', 'aa', 'bb', '1', '11', 'b1', 'zz', 'A', '', 0, 2, 12]
const lists: readonly Fields[] = [
  { F: [] },
  { F: {} },
  ...members.flatMap((one) => members.map((two) => ({ F: [one, two] }))),
  ...members.flatMap((one) => members.map((two) => ({ F: [one, two, 'a', 'b1'] }))),
]

const literals = fc.array(fc.record({ leaf: anyLeaf, matched: fc.boolean() }), { minLength: 1, maxLength: 4 })

function decide(wanted: readonly Literal[], domain: Domain) {
  return decideField({ field: 'F', literals: wanted, domain, budget: { steps: 50_000, rounds: 40 }, chance: null })
}

describe('what is wanted of one field', () => {
  const worlds: readonly (readonly [string, Domain, readonly Fields[], number])[] = [
    ['in logic', anything, [...events, ...lists], 3],
    ['of one value', oneValue, events, 4],
  ]
  for (const [world, domain, every, pinned] of worlds) {
    it(`is decided ${world} as by brute force`, () => {
      let unknown = 0
      let all = 0
      fc.assert(
        fc.property(literals, (wanted) => {
          const decision = decide(wanted, domain)
          all += 1
          const isFound = (fields: Fields) => wanted.every((literal) => isMet(literal, fields))
          switch (decision.kind) {
            case 'value':
              assert.ok(isFound({ F: decision.value }), JSON.stringify(decision.value))
              break
            case 'absent':
              assert.ok(isFound({}))
              break
            case 'impossible': {
              const refuted = every.find((fields) => decision.core.every((literal) => isMet(literal, fields)))
              assert.equal(refuted, undefined, JSON.stringify(decision.core))
              break
            }
            case 'unknown':
              unknown += 1
          }
        }),
        { numRuns: manyRuns(2_000) },
      )
      assertUndecided(unknown, all, { pinned, most: all / 50 })
    })
  }

  it('is impossible by a core from which nothing can be left out', () => {
    fc.assert(
      fc.property(literals, (wanted) => {
        const decision = decide(wanted, oneValue)
        if (decision.kind !== 'impossible') return
        for (const literal of decision.core) {
          const rest = decision.core.filter((each) => each !== literal)
          assert.notEqual(decide(rest, oneValue).kind, 'impossible')
        }
      }),
      { numRuns: manyRuns(300) },
    )
  })
})
