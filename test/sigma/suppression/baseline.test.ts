import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  againstBaseline,
  type BaselineEntry,
  baselineOf,
  buildRuleSet,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'
import { fc, manyRuns } from '../../fast-check.ts'

type Files = Readonly<Record<string, string>>

function read(files: Files) {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, sourceOf(path, text)]))
  const { problems } = buildRuleSet([...sources.values()].map((source) => readRules(source)))
  return { problems, sources }
}

function entriesOf(files: Files): readonly BaselineEntry[] {
  const { problems, sources } = read(files)
  return baselineOf(problems, sources)
}

/** How many problems of some files are new to a baseline of others, known to it, and gone. */
function compared(before: Files, after: Files): readonly [added: number, known: number, gone: number] {
  const { problems, sources } = read(after)
  const { added, known, gone } = againstBaseline(problems, sources, entriesOf(before))
  return [added.length, known.length, gone.length]
}

/** Warnings: W-DATE, W-TAG twice, W-UNUSED; an id. */
const rule = `title: Cold Printer
id: 0f1e2d3c-1111-4222-8333-444455556666
date: 2024/02/02
tags: [T1059, T1060]
logsource: {product: windows}
detection:
    selection:
        Image: a
    spare:
        Image: b
    condition: selection
`
const nameless = rule.replace(/^id: .*\n/m, '')

test('an entry counts no lines', () => {
  assert.deepEqual(
    entriesOf({ 'rules/a.yml': rule }).map(({ code, at, text }) => [code, at, text]),
    [
      ['W-DATE', 'date', '2024/02/02'],
      ['W-TAG', 'tags', 'T1059'],
      ['W-TAG', 'tags', 'T1060'],
      ['W-UNUSED', 'detection/spare', 'spare'],
    ],
  )
})

describe('survives', () => {
  const a = (text: string): Files => ({ 'rules/a.yml': text })
  const cases: readonly (readonly [name: string, before: Files, after: Files])[] = [
    ['lines above', a(rule), a(`# a comment\n\n${rule}`)],
    ['another order of keys and items', a(rule), a(rule.replace('[T1059, T1060]', '[T1060, attack.t1059, T1059]'))],
    ['edits of other parts', a(rule), a(rule.replace('Image: a', 'Image|endswith: [c, d]').replace('Cold', 'Hot'))],
    ['a file that moves, by its id', a(rule), { 'rules/old/b.yml': rule }],
    ['a file that moves, by its title', a(nameless), { 'rules/old/b.yml': nameless }],
    ['another title, by its path', a(nameless), a(nameless.replace('Cold', 'Hot'))],
    ['another id, by its path', a(rule), a(rule.replace('0f1e', 'ffff'))],
    [
      'a document put before it',
      a(`${rule}---\n${nameless.replace('Cold', 'Hot')}`),
      a(
        `${nameless
          .replace('Cold', 'New')
          .replaceAll(/^date.*\n|^tags.*\n/gm, '')
          .replace(/ {4}spare.*\n.*\n/, '')}---\n${rule}---\n${nameless.replace('Cold', 'Hot')}`,
      ),
    ],
    ['CRLF', a(rule), a(rule.replaceAll('\n', '\r\n'))],
  ]
  for (const [name, before, after] of cases) {
    test(name, () => {
      const count = entriesOf(before).length
      assert.ok(count >= 4)
      assert.deepEqual(compared(before, after), [0, count, 0])
    })
  }
})

describe('is another problem', () => {
  const a = (text: string): Files => ({ 'rules/a.yml': text })
  const cases: readonly (readonly [name: string, after: Files, expected: readonly [number, number, number]])[] = [
    ['with another text', a(rule.replace('2024/02/02', '2024/02/03')), [1, 3, 1]],
    ['at another key', a(rule.replace('date:', 'modified:')), [1, 3, 1]],
    ['a second one alike', a(rule.replace('T1060', 'T1059')), [1, 3, 1]],
    [
      'in a rule of another name and path',
      { 'rules/a.yml': rule, 'rules/b.yml': nameless.replace('Cold', 'Hot') },
      [4, 4, 0],
    ],
    ['and a mended one is gone', a(rule.replace('2024/02/02', '2024-02-02')), [0, 3, 1]],
  ]
  for (const [name, after, expected] of cases) test(name, () => assert.deepEqual(compared(a(rule), after), expected))
})

test('a file that is no YAML has an entry too', () => {
  const files = { 'rules/a.yml': 'title: [\n' }
  assert.deepEqual(
    entriesOf(files).map(({ rule: key, name, code, at }) => [key, name, code, at]),
    [['rules/a.yml', null, 'E-YAML', '']],
  )
  assert.deepEqual(compared(files, files), [0, 1, 0])
})

test('a long text is cut, and still told apart', () => {
  const long = (end: string) => ({ 'rules/a.yml': rule.replace('T1059', `T${'1'.repeat(500)}${end}`) })
  assert.ok(JSON.stringify(entriesOf(long('2'))).length < 1000)
  assert.deepEqual(compared(long('2'), long('3')), [1, 3, 1])
})

test('whatever rules there are, their own baseline knows all of them and nothing else', () => {
  const some = fc.array(
    fc.constantFrom(rule, nameless, rule.replace('0f1e', 'ffff'), 'title: [\n', 'title: x\n', '- a\n'),
  )
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (documents) => {
      const files = Object.fromEntries(documents.map((texts, index) => [`rules/${index}.yml`, texts.join('---\n')]))
      const { problems } = read(files)
      assert.deepEqual(compared(files, files), [0, problems.length, 0])
    }),
    { numRuns: manyRuns(100) },
  )
})
