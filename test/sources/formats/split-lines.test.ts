import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { splitLines } from '../../../sources/formats/split-lines.ts'
import { fc } from '../../fast-check.ts'

function foundIn(longest: number, chunks: readonly string[]): readonly unknown[] {
  const splitter = splitLines(longest)
  const findings = [...chunks.flatMap((chunk) => [...splitter.push(chunk)]), ...splitter.end()]
  return findings.map((finding) =>
    finding.kind === 'event'
      ? finding.json
      : `${finding.line}:${finding.column} ${finding.message} -> ${finding.skippedTo}`,
  )
}

describe('lines of text', () => {
  const tooLong = (line: number): string =>
    `${line}:1 this line is longer than 10 characters and is not read -> ${line}`
  const cases: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['each is an event', 'a\r\nb\n', ['a', 'b']],
    ['the last needs no end', 'a\nb', ['a', 'b']],
    ['blank ones are none', '\n \t\r\n\na\n\n', ['a']],
    [
      'one too long is told once and passed over',
      `a\n${'x'.repeat(95)}\nb\n${'y'.repeat(11)}`,
      ['a', tooLong(2), 'b', tooLong(4)],
    ],
    ['one that just fits is read', `${'x'.repeat(10)}\n`, ['x'.repeat(10)]],
    ['blanks can be too long as well', `${' '.repeat(95)}\nb`, [tooLong(1), 'b']],
  ]
  for (const [name, text, wanted] of cases) {
    test(`${name}, however the text is cut into chunks`, () => {
      assert.deepEqual(foundIn(10, [text]), wanted)
      assert.deepEqual(foundIn(10, [...text]), wanted)
    })
  }

  test('are those of the text, however it is cut into chunks', () => {
    const piece = fc.oneof(fc.constantFrom('\n', '\r\n', ' ', '\u2028'), fc.string({ unit: 'binary', maxLength: 12 }))
    fc.assert(
      fc.property(fc.array(piece), (chunks) => {
        const text = chunks.join('')
        const wanted = text.split('\n').flatMap((line, index) => {
          if (line.length > 10) return [tooLong(index + 1)]
          return line.trim() === '' ? [] : [line.replace(/\r$/, '')]
        })
        assert.deepEqual(foundIn(10, chunks), wanted)
      }),
    )
  })
})
