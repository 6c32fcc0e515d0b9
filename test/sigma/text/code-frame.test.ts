import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { codeFrame, positionOf, sourceOf } from '../../../sigma/index.ts'

function frameOf(text: string, marked: string): string {
  const source = sourceOf('rules/a.yml', text)
  const start = source.text.indexOf(marked)
  return codeFrame(source, { path: source.path, start, end: start + marked.length })
}

describe('codeFrame', () => {
  test('shows the line, its number, and carets', () => {
    assert.equal(frameOf('one\ntwo three\n', 'three'), '2 | two three\n  |     ^^^^^')
  })

  test('marks a place of no length with one caret, also at the end', () => {
    const source = sourceOf('rules/a.yml', 'one')
    assert.equal(codeFrame(source, { path: source.path, start: 3, end: 3 }), '1 | one\n  |    ^')
  })

  test('marks the first line of several', () => {
    assert.equal(frameOf('a: one\n  two\n', 'one\n  two'), '1 | a: one\n  |    ^^^')
  })

  test('cuts long lines around the mark', () => {
    const [line = '', carets = ''] = frameOf(`${'a'.repeat(300)}here${'b'.repeat(300)}`, 'here').split('\n')
    assert.ok(line.length < 100)
    assert.equal(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'here')
    assert.match(line, /^1 \| …a+hereb+…$/)
  })

  test('cuts a mark that is too long itself', () => {
    const [line = '', carets = ''] = frameOf('x'.repeat(300), 'x'.repeat(300)).split('\n')
    assert.ok(line.length < 100)
    assert.equal(line.length, carets.length)
  })

  test('shows characters that act, and keeps the carets under the mark', () => {
    const [line = '', carets = ''] = frameOf('\t\u001B[31m\u202Ehere', 'here').split('\n')
    assert.equal(line, '1 |   \\u{1B}[31m\\u{202E}here')
    assert.equal(line.slice(carets.indexOf('^')), 'here')
  })
})

test('positionOf counts lines and columns from 1, the end included', () => {
  const source = sourceOf('rules/a.yml', 'ab\r\ncd')
  assert.deepEqual(
    [0, 2, 3, 5, 9].map((offset) => positionOf(source, offset)),
    [
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 2, column: 3 },
    ],
  )
})
