import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fold, type Pattern, parsePattern, printPattern } from '../../../sigma/index.ts'
import { textTestOf } from '../../../sigma/values/text-test.ts'
import { fc } from '../../fast-check.ts'

/** Texts in which wildcards and backslashes are as frequent as letters. */
const trickyText = fc.string({
  unit: fc.constantFrom('a', 'B', '\\', '*', '?', '\n', '😀', 'É', '.', '-'),
  maxLength: 12,
})

describe('printPattern', () => {
  const spellings: readonly (readonly [written: string, printed: string])[] = [
    ['C:\\Windows\\x.exe', 'C:\\Windows\\x.exe'],
    ['\\\\\\\\srv\\share', '\\\\\\\\srv\\share'],
    ['\\\\\\srv', '\\\\\\\\srv'],
    ['dir\\', 'dir\\'],
    ['a\\*b\\?', 'a\\*b\\?'],
    ['a\\\\*', 'a\\\\*'],
    ['a\\\\\\*', 'a\\\\\\*'],
    ['a**b', 'a*b'],
    ['', ''],
  ]
  for (const [written, printed] of spellings) {
    test(`${written} as ${printed}`, () => assert.equal(printPattern(parsePattern(written)), printed))
  }

  test('is read back as the same pattern', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const pattern = parsePattern(text)
        assert.deepEqual(parsePattern(printPattern(pattern)), pattern)
      }),
    )
  })
})

function matchesPattern(pattern: Pattern, text: string, cased: boolean): boolean {
  return textTestOf(pattern, cased)(cased ? text : fold(text))
}

/** The same meaning by the platform's engine, which the matcher does not use. */
function asExpression(pattern: Pattern): RegExp {
  const parts = pattern.map((part) => {
    if (part.kind === 'text') return part.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    return part.kind === 'any-run' ? '[^]*' : '[^]'
  })
  return new RegExp(`^(?:${parts.join('')})$`, 'u')
}

describe('a pattern', () => {
  test('agrees with a regular expression of the same meaning', () => {
    fc.assert(
      fc.property(trickyText, trickyText, (written, text) => {
        const pattern = parsePattern(written)
        assert.equal(matchesPattern(pattern, text, true), asExpression(pattern).test(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('finds what a pattern was made of', () => {
    fc.assert(
      fc.property(fc.array(trickyText, { minLength: 1, maxLength: 5 }), trickyText, (texts, filling) => {
        const escaped = texts.map((text) => text.replaceAll(/[\\*?]/g, '\\$&'))
        assert.ok(matchesPattern(parsePattern(escaped.join('*')), texts.join(filling), true))
      }),
    )
  })

  test('takes a hostile pattern and a long text without backtracking', () => {
    const pattern = parsePattern(`${'a*'.repeat(200)}b`)
    assert.equal(matchesPattern(pattern, 'a'.repeat(20_000), false), false)
  })
})

describe('fold', () => {
  const folds: readonly (readonly [text: string, folded: string])[] = [
    ['PowerShell.EXE', 'powershell.exe'],
    ['ÄRZTE', 'ärzte'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['\u0130', '\u0130'],
    ['\u212A', 'k'],
    ['ſ', 'ſ'],
    ['\u{10400}', '\u{10428}'],
  ]
  for (const [text, folded] of folds) test(`${text} to ${folded}`, () => assert.equal(fold(text), folded))

  test('keeps the number of code points and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        assert.equal([...folded].length, [...text].length)
        assert.equal(fold(folded), folded)
      }),
    )
  })
})
