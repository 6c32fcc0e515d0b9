import assert from 'node:assert/strict'
import { test } from 'node:test'
import { styleText } from 'node:util'
import { wrap } from '../../../reports/formats/wrap.ts'
import { fc } from '../../fast-check.ts'

test('a line is broken at blanks, and goes on below its indent', () => {
  assert.equal(wrap('  label one two three', 14, 4), '  label one\n    two three')
  assert.equal(wrap('short', 14, 4), 'short')
})

test('a word that is too wide is left whole', () => {
  assert.equal(wrap('a bbbbbbbbbb c', 6, 1), 'a\n bbbbbbbbbb\n c')
})

test('escape sequences have no width', () => {
  const red = styleText('red', 'label', { validateStream: false })
  assert.equal(wrap(`${red} one`, 9, 2), `${red} one`)
})

test('no word is lost, and only a line of one word is too wide', () => {
  const line = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(line, fc.integer({ min: 5, max: 30 }), (text, columns) => {
      const lines = wrap(text, columns, 2).split('\n')
      assert.equal(lines.map((each) => each.trim()).join(' '), text)
      for (const each of lines) assert.ok(each.length <= columns || !each.trim().includes(' '))
    }),
  )
})
