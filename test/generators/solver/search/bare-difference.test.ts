import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bareDifference } from '../../../../generators/solver/search/bare-difference.ts'
import { solve } from '../../../../generators/solver/solve.ts'
import { firesOn, type Rule } from '../../../../sigma/index.ts'
import { fc } from '../../../fast-check.ts'
import { ruleWith } from '../../rules.ts'

const detection = `  s:
    Image|endswith:
      - '\\a.exe'
      - '\\b.exe'
    CommandLine|contains|all:
      - foo
      - bar
  f:
    User|contains: SYSTEM
  condition: s and not f`

const rule = ruleWith(detection, 'process_creation')

function edited(from: string, to: string): Rule {
  assert.ok(detection.includes(from), from)
  return ruleWith(
    detection.replace(from, () => to),
    'process_creation',
  )
}

/** Edits on which an event that decides the leaf is told apart at once. */
const plain: readonly (readonly [from: string, to: string])[] = [
  ["'\\a.exe'", "'a.exe'"],
  ["'\\a.exe'", "'\\a*.exe'"],
  ['      - foo\n', ''],
  ['- foo', '- fo'],
  ['- foo', '- foox'],
  ['      - bar', '      - bar\n      - baz'],
  ['User|contains: SYSTEM', 'User|contains|cased: SYSTEM'],
  ['User|contains', 'User|endswith'],
  ['s and not f', 's'],
]

/** Edits that change nothing: some in any event, some in those that Sysmon writes. */
const same: readonly (readonly [from: string, to: string])[] = [
  ["      - '\\b.exe'", "      - '\\b.exe'\n      - '\\c\\b.exe'"],
  ["      - '\\b.exe'", "      - '\\b.exe'\n      - '/c/b.exe'"],
  ['condition: s and not f', 'condition: not f and s'],
]

describe('a bare difference of two rules', () => {
  for (const [from, to] of plain) {
    it(`is seen where ${JSON.stringify(from)} becomes ${JSON.stringify(to)}`, () => {
      const after = edited(from, to)
      const event = bareDifference(rule, after)
      assert.ok(event !== null)
      assert.notEqual(firesOn(rule, event), firesOn(after, event))
    })
  }

  for (const [from, to] of same) {
    it(`is not seen where ${JSON.stringify(from)} becomes ${JSON.stringify(to)}, for there is none`, () => {
      const after = edited(from, to)
      assert.equal(bareDifference(rule, after), null)
      assert.equal(solve([rule, after], { kind: 'differ' }, { count: 1, chance: 'a', seed: 'test' }).kind, 'impossible')
    })
  }

  it('is never seen where it is proved that no event makes one', () => {
    const value = fc.constantFrom("'\\a.exe'", "'a.exe'", "'*a.exe'", "'/a.exe'", "'\\x\\a.exe'", "'?a.exe'", "''")
    const anchor = fc.constantFrom('Image', 'Image|endswith', 'Image|contains', 'ParentImage|endswith', 'SourceIsIpv6')
    const text = fc
      .tuple(anchor, value, value, fc.constantFrom('s', 'not s', 's and not f', 's or f'))
      .map(
        ([key, one, other, condition]) =>
          `  s:\n    ${key}:\n      - ${one}\n      - ${other}\n  f:\n    Image|startswith: 'C:\\'\n  condition: ${condition}`,
      )
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [ruleWith(one, 'process_creation'), ruleWith(other, 'process_creation')]
        const event = bareDifference(before, after)
        if (event === null) return
        assert.notEqual(firesOn(before, event), firesOn(after, event))
        const answer = solve([before, after], { kind: 'differ' }, { count: 1, chance: 'a', seed: 'test' })
        assert.notEqual(answer.kind, 'impossible', JSON.stringify([answer, event]))
      }),
      { numRuns: 60 },
    )
  })
})
