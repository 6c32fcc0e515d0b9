import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../../../sigma/values/fold.ts'
import { fc } from '../../fast-check.ts'

/** The definition, one code point at a time. */
function foldedOneByOne(text: string): string {
  return Array.from(text, (char) => {
    const lower = char.toLowerCase()
    return [...lower].length === 1 ? lower : char
  }).join('')
}

test('each code point is folded by itself, whatever stands around it', () => {
  for (let first = 0; first <= 0x10ffff; first += 0x1000) {
    const text = Array.from({ length: 0x1000 }, (_, at) => `${String.fromCodePoint(first + at)}Σ `).join('')
    assert.ok(fold(text) === foldedOneByOne(text), `a code point from U+${first.toString(16)} on`)
    const alone = text.replaceAll('Σ ', '')
    assert.ok(fold(alone) === foldedOneByOne(alone), `a code point from U+${first.toString(16)} on`)
  }
})

test('a long text is folded like a short one', () => {
  const unit = fc.constantFrom('Σ', 'İ', '😀', '𐐀', 'A', 'É', '\uD83D', '\uDE00')
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 20_000 }), (units, times) => {
      const text = units.join('').repeat(times)
      assert.ok(fold(text) === foldedOneByOne(text))
    }),
    { numRuns: 10 },
  )
})
