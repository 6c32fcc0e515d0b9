import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type EventLimits, eventLimits } from '../../../../sources/formats/event-limits.ts'
import { exactJson } from '../../../../sources/formats/json/exact-json.ts'
import { type JsonFinding, splitJson } from '../../../../sources/formats/json/split-json.ts'
import { fc, manyRuns } from '../../../fast-check.ts'

function findingsIn(...chunks: readonly string[]): readonly JsonFinding[] {
  return findingsWithin(eventLimits, chunks)
}

function findingsWithin(limits: EventLimits, chunks: readonly string[]): readonly JsonFinding[] {
  const splitter = splitJson(limits)
  return [...chunks.flatMap((chunk) => [...splitter.push(chunk)]), ...splitter.end()]
}

function eventsIn(...chunks: readonly string[]): readonly unknown[] {
  return findingsIn(...chunks).map((finding) => (finding.kind === 'event' ? finding.json : finding))
}

const a = { a: 1 }
const b = { b: ['}', { c: '{"\\' }] }

describe('events as JSON', () => {
  const spellings: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['one object', JSON.stringify(b), [b]],
    ['one a line', `${JSON.stringify(a)}\n${JSON.stringify(b)}\n`, [a, b]],
    ['one a line, CRLF, no last line end', `${JSON.stringify(a)}\r\n\r\n${JSON.stringify(b)}`, [a, b]],
    ['one after another on a line', `${JSON.stringify(a)}${JSON.stringify(b)} ${JSON.stringify(a)}`, [a, b, a]],
    ['pretty printed, one after another', `${JSON.stringify(a, null, 2)}\n${JSON.stringify(b, null, 2)}\n`, [a, b]],
    ['with the lines of evtx_dump', `Record 1\n${JSON.stringify(a, null, 2)}\nRecord 2\n${JSON.stringify(b)}`, [a, b]],
    ['a list', JSON.stringify([a, b]), [a, b]],
    ['a pretty printed list', JSON.stringify([b, a, b], null, 4), [b, a, b]],
    ['files put together, each with its byte order mark', '\uFEFF{"a": 1}\n\uFEFF{"a": 1}\n', [a, a]],
    ['an empty list, then a list', `[ ]\n${JSON.stringify([a])}`, [a]],
  ]
  for (const [name, text, wanted] of spellings) {
    test(`${name}, however it is cut into chunks`, () => {
      for (const size of [1, 2, 3, 7, text.length]) {
        assert.deepEqual(eventsIn(...(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [])), wanted)
      }
    })
  }

  test('nothing is no event', () => {
    for (const text of ['', ' \n\t\r\n', '[]', '[\n]\n']) assert.deepEqual(findingsIn(text), [])
  })

  test('is what JSON.parse makes of each, whatever stands between them', () => {
    const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 })
    const event = fc.tuple(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 })),
      fc.constantFrom(0, 2, '\t'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(event, blank)),
        fc.boolean(),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        (found, isList, sizes) => {
          const texts = found.map(([[json, indent], between]) => between + JSON.stringify(json, null, indent) + between)
          const text = isList ? `[${texts.join(',')}]` : texts.join('')
          const chunks: string[] = []
          for (let at = 0; at < text.length; ) {
            const size = sizes.next().value
            chunks.push(text.slice(at, at + size))
            at += size
          }
          assert.deepEqual(eventsIn(...chunks), texts.map(exactJson))
        },
      ),
    )
  })
})

type Shown = unknown

/** Events as they are; a fault as its place, its message and how far it reaches. */
function shown(text: string, limits: EventLimits = eventLimits): readonly Shown[] {
  return findingsWithin(limits, [text]).map((finding) =>
    finding.kind === 'event'
      ? finding.json
      : `${finding.line}:${finding.column} ${finding.message} -> ${finding.skippedTo ?? 'the end'}`,
  )
}

describe('a fault', () => {
  const cases: readonly (readonly [string, string, readonly Shown[]])[] = [
    ['a bad word', '{"a": tru}\n{"a": 1}\n', ["1:7 'tru' is no value in JSON; a text stands in double quotes -> 1", a]],
    [
      'a number as no JSON has it',
      '{"a": 01}\n{"a": 1}',
      ["1:7 '01' is no value in JSON; write a plain decimal number, or put double quotes around it -> 1", a],
    ],
    [
      'not a number',
      '{"a": [NaN, -Infinity]}\n{"a": 1}',
      ["1:8 'NaN' is no value in JSON; it has no such number: write null, or the word in double quotes -> 1", a],
    ],
    [
      'a word of Python',
      '{"a": None}{"a": 1}',
      ["1:7 'None' is no value in JSON; this is Python's spelling: write true, false or null -> 1", a],
    ],
    [
      'a text in single quotes',
      `{"a": 'x'}\n{"a": 1}`,
      [`1:7 ''x'' is no value in JSON; texts stand in double quotes -> 1`, a],
    ],
    [
      'a name in single quotes',
      `{'a': 1}\n{"a": 1}`,
      [`1:2 a name in quotes or '}' is expected, not '''; names and texts stand in double quotes -> 1`, a],
    ],
    [
      'a comma before a brace, and all the events after it on its line',
      '{"a": 1,} {"a": 1}',
      ["1:9 a name in quotes is expected, not '}'; remove the comma before it -> 1", a],
    ],
    [
      'a comma before a bracket',
      '{"a": [1, ]} {"a": 1}',
      ["1:11 a value is expected, not ']'; remove the comma before it -> 1", a],
    ],
    [
      "a comma before the list's end",
      '[{"a": 1},\n] {"a": 1}',
      [a, "2:1 an event is expected, not ']'; remove the comma before it -> 2", a],
    ],
    [
      'commas between events that are in no list',
      '{"a": 1},\n{"a": 1}',
      [a, '1:9 an event must be a JSON object; only in a list, between [ and ], do commas part events -> 1', a],
    ],
    [
      'a list in the list of events',
      '[\n[{"a": 1}],\n{"a": 1}\n]',
      ['2:1 an event must be a JSON object; lists inside the list of events are not read -> 2', a],
    ],
    [
      'a byte order mark within an event',
      '{"a": 1,\uFEFF"b": 2}\n{"a": 1}',
      [
        "1:9 a name in quotes is expected, not '\uFEFF': a byte order mark belongs at the start of a file only; remove it -> 1",
        a,
      ],
    ],
    [
      'NUL bytes after an event',
      '{"a": 1}\n\0\0\n{"a": 1}',
      [
        a,
        '2:1 an event must be a JSON object: a NUL byte, as in a file that was cut off by a crash, damaged, or UTF-16 -> 2',
        a,
      ],
    ],
    [
      'a comment',
      '{"a": 1, // x\n"b": 2}\n{"a": 1}',
      ["1:10 a name in quotes is expected, not '/'; JSON has no comments -> 2", a],
    ],
    [
      'a bad escape',
      '{"a": "\\q", "b": [\n]}\n{"a": 1}',
      ["1:8 '\\q' is no escape in JSON; a backslash is '\\\\' -> 2", a],
    ],
    [
      'a bad escape by number',
      '{"a": "\\u12"}\n{"a": 1}',
      ["1:8 '\\u12' is no escape in JSON; it has four digits -> 1", a],
    ],
    [
      'a control character',
      '{"a": "\u0001"}\n{"a": 1}',
      ['1:8 a control character stands in a text; write it as \\u00.. or \\t -> 1', a],
    ],
    [
      'a missing quote',
      '{"a": "x}\n{"a": 1}\n',
      ['1:10 a text is not closed on its line; a line break in a text is \\n -> 1', a],
    ],
    ['a missing brace', '{"a": {"b": 1}\n{"a": 1}\n', ["2:1 ',' or the closing bracket is expected, not '{' -> 2", a]],
    [
      'of several the first',
      '{"a": "\\q", "b" 1}\n{"a": 1}\n',
      ["1:8 '\\q' is no escape in JSON; a backslash is '\\\\' -> 1", a],
    ],
    ['a brace too many', '{"a": 1}}\n{"a": 1}\n', [a, '1:9 an event must be a JSON object -> 1', a]],
    ['a word between events', '{"a": 1}\noops\n\n{"a": 1}\n', [a, '2:1 an event must be a JSON object -> 3', a]],
    [
      "a line that only starts as evtx_dump's",
      'Record of truth\n{"a": 1}\n',
      ['1:1 an event must be a JSON object -> 1', a],
    ],
    ['no object', '5\n"x"\n{"a": 1}', ['1:1 an event must be a JSON object -> 2', a]],
    [
      'a bracket of the other kind',
      '{"a": [1}]}\n{"a": 1}',
      ["1:9 ',' or the closing bracket is expected, not '}' -> 1", a],
    ],
    [
      'a pretty printed event cut off',
      '{\n  "a": {\n    "b": 1\n{\n  "a": 1\n}\n',
      ["4:1 ',' or the closing bracket is expected, not '{' -> 4", a],
    ],
    [
      'one in a pretty printed list',
      '[\n  {\n    "a" 1\n  },\n  {\n    "a": 1\n  }\n]',
      ["3:9 ':' is expected, not '1' -> 4", a],
    ],
    ['one in a list on one line', '[{"a": 1}, {"a" 1}, {"a": 1}]', [a, "1:17 ':' is expected, not '1' -> the end"]],
    ['a list without its comma', '[\n{"a": 1}\n{"a": 1}\n]', [a, "3:1 ',' or ']' is expected after an event -> 3", a]],
    ['a list that does not end', '[{"a": 1},\n', [a, "2:1 the text ends before the list's ']' -> the end"]],
    ['an event that does not end', '{"a": 1}\n{"a": [', [a, '2:8 the text ends inside an event -> the end']],
  ]
  for (const [name, text, wanted] of cases) {
    test(`${name} is told, and reading goes on where that is safe`, () => assert.deepEqual(shown(text), wanted))
  }

  test('is told alike, however the text is cut into chunks', () => {
    for (const [, text] of cases) assert.deepEqual(findingsIn(...text), findingsIn(text))
  })

  const small: EventLimits = { length: 40, depth: 4, values: 8 }
  const tooMuch: readonly (readonly [string, string, readonly Shown[]])[] = [
    [
      'an endless text',
      `{"a": 1}\n {"a": "${'x'.repeat(90)}"}\n {"a": 1}\n`,
      [a, '2:2 an event is longer than 40 characters -> 2', a],
    ],
    [
      'blanks in an event',
      `{"a": ${' '.repeat(90)}1}\n{"a": 1}\n`,
      ['1:1 an event is longer than 40 characters -> 1', a],
    ],
    [
      'line feeds in an event',
      `{"a": ${'\n'.repeat(90)}1}\n{"a": 1}\n`,
      ['1:1 an event is longer than 40 characters -> 91', a],
    ],
    [
      'an endless number',
      `{"a": ${'1'.repeat(90)}}\n{"a": 1}\n`,
      ['1:1 an event is longer than 40 characters -> 1', a],
    ],
    [
      'one character too many',
      `{"a": "${'x'.repeat(32)}"}{"a": 1}`,
      ['1:1 an event is longer than 40 characters -> the end'],
    ],
    [
      'faults without end',
      `{"a": "${'\\q'.repeat(90)}"}\n{"a": 1}\n`,
      ["1:8 '\\q' is no escape in JSON; a backslash is '\\\\' -> 1", a],
    ],
    ['lists in lists', `{"a": [[[[0]]]]}\n{"a": 1}\n`, ['1:10 an event nests over 4 deep, which no log does -> 1', a]],
    ['objects without end', `${'{"a":'.repeat(6)}`, ['1:21 an event nests over 4 deep, which no log does -> the end']],
    ['values without end', '{"a": [0,0,0,0,0,0,0,0]}\n{"a": 1}\n', ['1:20 an event has over 8 values -> 1', a]],
    [
      'after a fault a line without end',
      `oops${' x'.repeat(90)}\n{"a": 1}`,
      ['1:1 an event must be a JSON object -> 1', a],
    ],
    [
      "a line that begins like evtx_dump's",
      `Record ${'1'.repeat(300)}\n{"a": 1}`,
      ['1:1 an event must be a JSON object -> 1', a],
    ],
    [
      "blanks after evtx_dump's line",
      `Record 1${' '.repeat(300)}\n{"a": 1}`,
      ['1:1 an event must be a JSON object -> 1', a],
    ],
    ['blanks before and between events', `${' '.repeat(3000)}{"a": 1}${'\n'.repeat(90)}{"a": 1}`, [a, a]],
  ]
  for (const [name, text, wanted] of tooMuch) {
    test(`${name}: more than an event may take is told with its place, and not kept`, () => {
      assert.deepEqual(shown(text, small), wanted)
      assert.deepEqual(findingsWithin(small, [...text]), findingsWithin(small, [text]))
    })
  }

  test('what just fits is read', () => {
    const fits = [`{"a": "${'x'.repeat(31)}"}`, '{"a": [[[0]]]}', '{"a": [0,0,0,0,0,0]}']
    for (const end of ['', '\n']) {
      for (const text of fits) assert.deepEqual(shown(text + end, small), [JSON.parse(text)])
    }
  })

  test('never ends the reading with an exception, whatever the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      ' ',
      'Record 1\n',
      '"a"',
      '1',
      '12345678901234567',
      '\uFEFF',
      '\\u00',
      "'",
      '/',
      ',}',
      'tru',
      '{"a":1}',
      '\0',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 }),
        (chunks) => {
          const text = chunks.join('')
          const findings = findingsIn(...chunks)
          assert.ok(findings.length <= text.length)
          const lines = text.split('\n').length
          for (const finding of findings) {
            if (finding.kind === 'event') continue
            assert.ok(1 <= finding.line && finding.line <= lines && 1 <= finding.column)
            assert.ok(finding.skippedTo === null || (finding.line <= finding.skippedTo && finding.skippedTo <= lines))
          }
          const isBlank = /^(?:[\s[\]]|Record 1+\s)*$/.test(text)
          assert.ok(findings.length > 0 || isBlank, 'nothing is passed over in silence')
          assert.deepEqual(findings, findingsIn(text))
          assert.deepEqual(findingsWithin(small, chunks), findingsWithin(small, [text]))
        },
      ),
      { numRuns: manyRuns(2000) },
    )
  })
})
