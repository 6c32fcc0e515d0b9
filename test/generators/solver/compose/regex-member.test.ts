import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chanceOf } from '../../../../generators/chance.ts'
import { regexMember } from '../../../../generators/solver/compose/regex-member.ts'
import { leafMatches, leavesOf } from '../../../../sigma/index.ts'
import { ruleWith } from '../../rules.ts'

const patterns = [
  'abc',
  'a|b|c',
  '(?:foo|bar)+baz?',
  '^[a-f0-9]{8}-[A-F]{2,}$',
  '\\d{1,3}(?:\\.\\d{1,3}){3}',
  '[^a-z"]\\s+\\w+',
  '\\\\[a-z]+\\\\\\.exe$',
  '(?i)POWERSHELL.*-e[nc]*\\s',
  'a{3}(b(c|d)*){2}',
  '[\\w.-]+@[\\w-]+\\.[a-z]{2,6}',
  '^(?P<name>x|y)\\x41\\z',
  '[]a]b',
  '[a\\-z]\\/',
  '',
]

describe('a member of an expression', () => {
  for (const pattern of patterns) {
    it(`is found by it: ${pattern}`, () => {
      const rule = ruleWith(`  s:\n    CommandLine|re: '${pattern}'\n  condition: s`)
      const [leaf] = rule.identifiers.flatMap((identifier) => [...leavesOf(identifier.predicate)])
      assert.ok(leaf?.test.operator === 're')
      const [regex] = leaf.test.alternatives
      assert.ok(regex !== undefined)
      for (let seed = 0; seed < 40; seed += 1) {
        const { text } = regexMember(regex, chanceOf(String(seed)))
        assert.ok(leafMatches(leaf, { CommandLine: text }), JSON.stringify(text))
      }
    })
  }

  it('knows which ends are fixed', () => {
    const regex = { pattern: '^a$', ignoreCase: false, multiline: false, dotAll: false }
    assert.deepEqual(regexMember(regex, chanceOf('s')), { text: 'a', start: true, end: true })
    assert.deepEqual(regexMember({ ...regex, pattern: 'a' }, chanceOf('s')), { text: 'a', start: false, end: false })
  })
})
