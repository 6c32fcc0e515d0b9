import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  eventOf,
  expectationHolds,
  explainJudgement,
  type Fields,
  firesVia,
  judge,
  partsOf,
  type Rule,
  readRules,
  sourceOf,
  verdictInWords,
} from '../../../sigma/index.ts'
import { fc, manyRuns } from '../../fast-check.ts'
import { anyFields, anyRule } from '../logic/random-rule.ts'

function ruleOf(detection: string): Rule {
  const text = `title: A rule\nlogsource: {product: windows, category: network_connection}\ndetection:\n${detection
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n`
  const { rules, problems } = readRules(sourceOf('rules/a.yml', text))
  const [rule] = rules
  assert.ok(rule, problems.map((problem) => problem.message).join('; '))
  return rule
}

const session = ruleOf(`
selection: {Port: [5985, 5986], Initiated: 'true'}
filter_user: {User|contains: [SERVICE, DIENST]}
filter_local: {Source: local, Target: local}
condition: selection and not 1 of filter_*
`)

const outbound: Fields = { Port: 5985, Initiated: 'true', User: 'anna', Source: 'here', Target: 'there' }

describe('verdict', () => {
  const cases: readonly (readonly [string, Fields, ReturnType<typeof judge>['verdict']])[] = [
    ['everything wanted', outbound, { kind: 'fires' }],
    ['one filter', { ...outbound, User: 'NETWORK SERVICE' }, { kind: 'suppressed', by: ['filter_user'] }],
    [
      'two filters',
      { ...outbound, User: 'DIENST', Source: 'local', Target: 'local' },
      { kind: 'suppressed', by: ['filter_local', 'filter_user'] },
    ],
    ['one field', { ...outbound, Port: 80 }, { kind: 'missed', identifiers: ['selection'], fields: ['Port'] }],
    [
      'a field and a filter',
      { ...outbound, Port: 80, User: 'SERVICE' },
      { kind: 'missed', identifiers: ['filter_user', 'selection'], fields: ['Port', 'filter_user'] },
    ],
    [
      'another log source',
      { ...outbound, Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 1 },
      { kind: 'wrong-log-source', wanted: '', actual: '' },
    ],
  ]
  for (const [name, fields, expected] of cases) {
    test(name, () => {
      const { verdict } = judge(session, eventOf(fields))
      if (expected.kind === 'wrong-log-source') assert.equal(verdict.kind, expected.kind)
      else assert.deepEqual(verdict, expected)
    })
  }

  test('not all of: each true filter is a repair of its own', () => {
    const rule = ruleOf(`
selection: {A: 1}
filter_x: {B: 1}
filter_y: {C: 1}
condition: selection and not all of filter_*
`)
    assert.deepEqual(judge(rule, eventOf({ A: 1, B: 1, C: 1 })).verdict, {
      kind: 'suppressed',
      by: ['filter_x', 'filter_y'],
    })
    assert.equal(judge(rule, eventOf({ A: 1, B: 1 })).verdict.kind, 'fires')
  })

  test('an identifier used both ways is no filter', () => {
    const rule = ruleOf(`
a: {A: 1}
b: {B: 1}
condition: (a and not b) or (b and not a)
`)
    assert.deepEqual(partsOf(rule).filters, [])
    assert.deepEqual(judge(rule, eventOf({})).verdict, { kind: 'missed', identifiers: ['a', 'b'], fields: ['A', 'B'] })
  })

  test('keywords are forced with the identifier that holds them', () => {
    const rule = ruleOf(`
keywords: [evil, bad]
selection: {A: 1}
condition: keywords and selection
`)
    assert.deepEqual(judge(rule, eventOf({ A: 1 })).verdict, {
      kind: 'missed',
      identifiers: ['keywords'],
      fields: ['keywords'],
    })
  })
})

test('fires via a part: it fires, and without the part it would not', () => {
  const rule = ruleOf(`
selection_img: [{Original: [PowerShell.EXE]}, {Image|endswith: ['\\powershell.exe']}]
selection_cli: {Line|contains: x}
condition: all of selection_*
`)
  const both = judge(rule, eventOf({ Original: 'PowerShell.EXE', Image: 'C:\\powershell.exe', Line: 'x' }))
  assert.equal(firesVia(rule, both, 'Image'), false)
  assert.equal(firesVia(rule, both, 'selection_img'), true)
  assert.equal(firesVia(rule, both, 'Line'), true)
  const one = judge(rule, eventOf({ Image: 'C:\\powershell.exe', Line: 'x' }))
  assert.equal(firesVia(rule, one, 'Image'), true)
  assert.equal(firesVia(rule, one, 'Original'), false)
})

describe('expectations', () => {
  const suppressed = judge(session, eventOf({ ...outbound, User: 'SERVICE' }))
  const missed = judge(session, eventOf({ ...outbound, Port: 80 }))
  test('suppressed by exactly the filters named', () => {
    assert.ok(expectationHolds(session, [suppressed], { kind: 'suppressed', filters: ['filter_user'] }))
    assert.ok(!expectationHolds(session, [suppressed], { kind: 'suppressed', filters: ['filter_local'] }))
    assert.ok(
      !expectationHolds(session, [suppressed], { kind: 'suppressed', filters: ['filter_user', 'filter_local'] }),
    )
    assert.ok(!expectationHolds(session, [missed], { kind: 'suppressed', filters: ['filter_user'] }))
  })
  test('silent because, at the level of the names given', () => {
    assert.ok(expectationHolds(session, [missed], { kind: 'silent-because', parts: ['Port'] }))
    assert.ok(expectationHolds(session, [missed], { kind: 'silent-because', parts: ['selection'] }))
    assert.ok(!expectationHolds(session, [missed], { kind: 'silent-because', parts: ['Port', 'Initiated'] }))
    assert.ok(!expectationHolds(session, [suppressed], { kind: 'silent-because', parts: ['filter_user'] }))
  })
  test('times are counted over the set', () => {
    const set = [suppressed, judge(session, eventOf(outbound)), judge(session, eventOf(outbound))]
    assert.ok(expectationHolds(session, set, { kind: 'fires-times', times: 2 }))
    assert.ok(!expectationHolds(session, set, { kind: 'fires-times', times: 3 }))
    assert.ok(!expectationHolds(session, set, { kind: 'silent' }))
  })
})

test('an explanation is made for every verdict and hides nothing that decides', () => {
  fc.assert(
    fc.property(anyRule, anyFields, (rule, fields) => {
      const judgement = judge(rule, eventOf(fields))
      const text = explainJudgement(rule, eventOf(fields), judgement)
      assert.ok(verdictInWords(judgement).length > 0)
      if (judgement.decisive.size > 0) assert.match(text, /rules\/a\.yml:\d+:\d+/)
    }),
    { numRuns: manyRuns(200) },
  )
})

test('hostile text in a rule or event cannot act in an explanation', () => {
  const rule = ruleOf(`
selection: {Image|contains: "\\u001b[31mred\\u202e"}
condition: selection
`)
  const fields = { Image: '\u001b]0;title\u0007\n::error::x' }
  const text = explainJudgement(rule, eventOf(fields), judge(rule, eventOf(fields)))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is left is the point.
  assert.doesNotMatch(text, /[\u0000-\u0009\u000B-\u001F\u202E]/)
  assert.doesNotMatch(text, /^::/m)
})
