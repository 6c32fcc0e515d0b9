import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { buildRuleSet, formatProblem, readRules, sourceOf } from '../../../sigma/index.ts'

/** So large that work which grows with the square of it would not end while anybody waits. */
const size = 30_000

const head = 'title: A\nlogsource: {product: windows}\n'

function detecting(detection: string): string {
  return `${head}detection: ${detection}\n`
}

function searching(key: string, value: string): string {
  return detecting(`{s: {${key}: '${value}'}, condition: s}`)
}

function listed(item: (index: number) => string, separator: string): string {
  return Array.from({ length: size }, (_, index) => item(index)).join(separator)
}

/** What comes of a text that is hostile by its size: the codes it raises, each once; none for a rule that is read. */
const hostile: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
  ['documents that are no maps', '--- a\n'.repeat(size), ['E-DOC']],
  ['empty documents', '---\n'.repeat(size), ['W-NOT-A-RULE']],
  ['documents that are no rules', '--- {a: b}\n'.repeat(size), ['W-NOT-A-RULE']],
  [
    'a title',
    `title: ${'x'.repeat(size)}\n${head.replace(/^title.*\n/, '')}level: ${'y'.repeat(size)}\n`,
    ['E-DETECTION-MISSING', 'W-META'],
  ],
  ['references that are no texts', `${head}references: [${'[],'.repeat(size)}]\n`, ['E-DETECTION-MISSING', 'W-META']],
  [
    'digits',
    detecting(`{s: {A: ${'9'.repeat(300)}, B|gt: '${'9'.repeat(size)}'}, condition: s}`),
    ['E-MODIFIER-VALUE'],
  ],
  ['brackets', detecting('['.repeat(size)), ['E-YAML']],
  ['pairs without brackets in a list', detecting(`[${'? ,'.repeat(size)}]`), ['E-DETECTION-MISSING']],
  ['aliases of a long list', `x: &a [${'y,'.repeat(size)}]\n${listed((at) => `k${at}: *a`, '\n')}`, ['E-YAML']],
  ['values', detecting(`{s: {A: [${listed((at) => `v${at}`, ',')}]}, condition: s}`), []],
  ['fields', detecting(`{s: {${listed((at) => `f${at}: x`, ',')}}, condition: s}`), []],
  ['search identifiers', detecting(`{${listed((at) => `i${at}: {A: x}`, ',')}, condition: 1 of i*}`), []],
  [
    'names that are not defined',
    detecting(`{s: {A: x}, condition: ${listed((at) => `n${at}`, ' or ')}}`),
    ['E-CONDITION-UNKNOWN'],
  ],
  ['negations', detecting(`{s: {A: x}, condition: ${'not '.repeat(size)}s}`), ['E-CONDITION-SYNTAX']],
  [
    'selectors of many identifiers',
    detecting(`{${listed((at) => `i${at}: {A: x}`, ',')}, condition: ${'1 of * or '.repeat(size)}1 of *}`),
    ['E-CONDITION-SYNTAX'],
  ],
  ['modifiers that are repeated', searching(`A${'|contains'.repeat(size)}`, 'x'), ['W-DUP-MODIFIER']],
  ['modifiers that do not exist', searching(`A${'|contians'.repeat(size)}`, 'x'), ['E-MODIFIER-UNKNOWN']],
  ['base64 of base64', searching(`A${'|base64'.repeat(size)}`, 'abc'), ['E-MODIFIER-VALUE']],
  ['placeholders of one value', searching('A|expand', '%one%'.repeat(size)), []],
  ['placeholders of two values', searching('A|expand', '%two%'.repeat(size)), ['E-MODIFIER-VALUE']],
  [
    'a long text after some placeholders',
    searching('A|expand|contains', '%two%'.repeat(13) + 'a'.repeat(size)),
    ['E-MODIFIER-VALUE'],
  ],
  ['dashes', searching('A|windash|contains', ' -a'.repeat(size)), []],
  ['dashes that are encoded', searching('A|windash|base64', ' -a'.repeat(size)), ['E-MODIFIER-VALUE']],
  ['wildcards', searching('A', 'a*?'.repeat(size)), []],
  ['backslashes', searching('A', '\\'.repeat(size)), []],
  ['a long expression', searching('A|re', 'a?'.repeat(size)), []],
  ['a deep expression', searching('A|re', '('.repeat(size) + ')'.repeat(size)), ['E-REGEX']],
  ['tags', `${head}tags: [${'T1,'.repeat(size)}]\ndetection: {s: {A: x}, condition: s}\n`, ['W-TAG']],
  ['line ends', '\r'.repeat(size), ['W-NOT-A-RULE']],
]

describe('a text that is hostile by its size is read or refused', () => {
  for (const [name, text, codes] of hostile) {
    test(name, () => {
      const source = sourceOf('rules/a.yml', text)
      const { problems } = buildRuleSet([readRules(source, { placeholders: { one: ['a'], two: ['a', 'b'] } })])
      assert.deepEqual([...new Set(problems.map(({ code }) => code))].toSorted(), codes)
      let shown = 0
      for (const problem of problems) shown = Math.max(shown, formatProblem(problem, source).length)
      assert.ok(shown < 3_000, `a problem takes ${shown} characters`)
    })
  }
})
