import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { editsOf } from '../../../measures/mutation/reading/edits-of.ts'
import { type Rule, readRules, rereaderOf, sourceOf } from '../../../sigma/index.ts'
import type { TextEdit } from '../../../sigma/reread/fragment.ts'
import { fc, manyRuns } from '../../fast-check.ts'
import { corpusRules } from '../corpus-rules.ts'

const placeholders = { names: ['a', 'b*'] }

/** Everything of a rule but places, which only what was read again has anew. */
function withoutPlaces(rule: Rule | undefined): unknown {
  return JSON.parse(JSON.stringify(rule ?? null, (name, value) => (name === 'span' ? undefined : value)))
}

/** Whether the edit was read at all; what was read has to be what the whole file says. */
function isReread(rule: Rule, reread: (edit: TextEdit) => Rule | null, edit: TextEdit): boolean {
  const { path, text } = rule.source
  const found = reread(edit)
  if (found === null) return false
  const edited = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
  const { rules, rejected } = readRules({ path, text: edited }, { placeholders })
  const told = `${path} ${JSON.stringify(edit)}`
  assert.equal(rules.length + rejected.length, 1, told)
  assert.deepEqual(withoutPlaces(found), withoutPlaces(rules[0]), told)
  return true
}

const head = 'title: X\nlogsource:\n  product: windows\n  category: process_creation\n'

/** Ways to write a detection, each with what makes reading a part of it by itself less plain. */
const detections: readonly string[] = [
  "detection:\n  s:\n    Image|endswith:\n      - '\\a.exe'\n      - '\\b.exe' # not this\n    User: x y\n  f:\n    A|contains|all:\n    - 'a'\n    - b\n    - \"c\\\\\"\n  condition: s and not f\nlevel: high\n",
  "detection:\n    s:\n        - A: [a, 'b', \"c\"]\n          B|contains: d\n        - C|re: '^a+$'\n        # a comment\n        -   D: 5\n            E|cidr: 10.0.0.0/8\n    f: {A: b, C: 'd'}\n    condition:\n        - s\n        - not f\n",
  "detection:\n  k:\n    - word\n    - 'more words'\n    - A|contains: x\n  s:\n    A: >\n      folded\n      text\n    B: |-\n      # kept\n      block\n\n    C:\n  t:\n    A: a\n    B|neq: a\n    C|exists: true\n  condition: 1 of s* or (k and t)\n",
  'detection:\n  s: &s\n    A: a\n  t: *s\n  u:\n    <<: *s\n    B: !!str 5\n  condition: all of them\n',
  "detection: {s: {A: [a, b], 'B|contains': c}, condition: s}\n",
  "detection:\n  s:\n    A:\n      - a\n      - 'a'\n      - ''\n      - null\n      - 0x10\n      - 1.50\n      - true\n    'B|expand': '%names%'\n    ? C\n    : d\n  condition: s\ntags:\n  - attack.t1\n",
  'detection:\n  s:\n    A: a\n  condition: s\n---\ntitle: Y\nlogsource: {product: linux}\ndetection: {s: {A: a}, condition: s}\n',
]

const rules = detections.flatMap(
  (detection, index) => readRules(sourceOf(`rules/${index}.yml`, head + detection), { placeholders }).rules,
)

/** What an edit may put in: what rules are made of, and what YAML is. */
const put = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    "'",
    '"',
    '\n',
    '\n      - x',
    ' ',
    '*',
    '?',
    '\\',
    ': ',
    ':',
    ' #',
    '#',
    ', ',
    '[',
    ']',
    '{',
    '}',
  ),
  fc.constantFrom(
    '- ',
    '&a ',
    '*s',
    '!!str ',
    '%',
    '|all',
    '|contains',
    '|',
    '---\n',
    ' and t',
    'not ',
    'é',
    '\t',
    '<<',
  ),
  fc.stringMatching(/^[a-z'": -]{1,6}$/),
)

describe('a rule read again in part', () => {
  test('is what the whole file says after any edit, or is not told', () => {
    let read = 0
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.nat(), fc.nat({ max: 12 }), put, (rule, at, length, text) => {
        const { source } = rule
        const start = at % (source.text.length + 1)
        const span = { path: source.path, start, end: Math.min(source.text.length, start + length) }
        if (isReread(rule, rereaderOf(rule, placeholders), { span, text })) read += 1
      }),
      { numRuns: manyRuns(4000) },
    )
    assert.ok(read > 400, `only ${read} were read`)
  })

  test('is told of every edit that a mutation makes of a plain file, where the file can still be read', () => {
    const plain = rules.filter(
      ({ source }) => !/[&{]|\[|>|\|-/.test(source.text.slice(head.length).replaceAll(/'[^']*'/g, '')),
    )
    assert.ok(plain.length > 0)
    for (const rule of plain) assertAllReread(rule)
  })

  const folder = process.env.SIGMAPROOF_RULES
  test('is told of every mutation of the public rules', { skip: folder === undefined && 'no SIGMAPROOF_RULES' }, () => {
    for (const rule of corpusRules(folder ?? '', 83)) assertAllReread(rule)
  })
})

function assertAllReread(rule: Rule): void {
  const reread = rereaderOf(rule, placeholders)
  for (const [operator, edit] of editsOf(rule, [])) {
    if (isReread(rule, reread, edit)) continue
    const { path, text } = rule.source
    const edited = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
    assert.equal(
      readRules({ path, text: edited }, { placeholders }).rules.length,
      0,
      `${path} ${operator} ${edit.node}`,
    )
  }
}
