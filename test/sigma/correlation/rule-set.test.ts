import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  buildRuleSet,
  type Correlation,
  eventOf,
  type Fields,
  judgeCorrelation,
  judgeCorrelations,
  meaningOf,
  type RuleSet,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'
import { correlating, setWith, timed } from './timelines.ts'

const uuid = 'aaaaaaaa-1111-4111-8111-111111111111'

function ruleText(name: string, more = ''): string {
  return `title: Rule ${name}\nname: ${name}\nlogsource: {product: windows}\ndetection: {sel: {matches: ${name}}, condition: sel}\n${more}`
}

function counting(name: string, rules: string, more = ''): string {
  return `title: ${name}\nname: ${name}\ncorrelation: {type: event_count, rules: ${rules}, timespan: 60s, condition: {gte: 2}}\n${more}`
}

/** A set of files: each a list of documents. */
function setOf(files: Readonly<Record<string, readonly string[]>>): RuleSet {
  return buildRuleSet(
    Object.entries(files).map(([path, documents]) => readRules(sourceOf(path, documents.join('---\n')))),
  )
}

function faultsOf(set: RuleSet): readonly string[] {
  return set.problems.map(({ code, message, hint, rule }) => `${code} (${rule}) ${message} ${hint}`.trim())
}

function only(set: RuleSet, title: string): Correlation {
  const found = set.correlations.find((each) => each.title === title)
  assert.ok(found, faultsOf(set).join('\n'))
  return found
}

describe('a reference', () => {
  test('finds an id in any letter case and a name in its own', () => {
    const set = setOf({
      'a.yml': [ruleText('one', `id: ${uuid}\n`)],
      'b.yml': [ruleText('two')],
      'c.yml': [counting('both', `[${uuid.toUpperCase()}, two]`)],
    })
    assert.deepEqual(only(set, 'both').rules, ['a.yml', 'b.yml'])
    assert.match(
      faultsOf(setOf({ 'b.yml': [ruleText('two')], 'c.yml': [counting('both', '[Two]')] })).join(),
      /E-CORR-REF \(both\) correlation: no rule has the id or name 'Two' Nearest: two\./,
    )
  })

  test('shaped like a UUID is an id before it is a name, any other a name before it is an id', () => {
    const set = setOf({
      'a.yml': [ruleText('one', `id: ${uuid}\n`)],
      'b.yml': [ruleText(uuid)],
      'c.yml': [ruleText('two', 'id: plain\n')],
      'd.yml': [ruleText('plain')],
      'e.yml': [counting('both', `[${uuid}, plain]`)],
      'f.yml': [counting('by odd id', '[odd]'), ruleText('three', 'id: odd\n')],
    })
    assert.deepEqual(only(set, 'both').rules, ['a.yml', 'd.yml'])
    assert.deepEqual(only(set, 'by odd id').rules, ['f.yml#2'])
  })

  test('finds the rule of its own file before that of another', () => {
    const set = setOf({ 'a.yml': [ruleText('one')], 'b.yml': [counting('here', '[one]'), ruleText('one')] })
    assert.deepEqual(only(set, 'here').rules, ['b.yml#2'])
  })

  test('that finds two rules is refused with their keys', () => {
    const set = setOf({ 'a.yml': [ruleText('one')], 'b.yml': [ruleText('one')], 'c.yml': [counting('c', '[one]')] })
    assert.deepEqual(faultsOf(set), [
      "E-CORR-REF (c) correlation: 'one' names 2 rules: a.yml, b.yml Give each rule an id or name of its own.",
    ])
  })

  test('to a title is told so', () => {
    const set = setOf({ 'a.yml': [ruleText('one')], 'c.yml': [counting('c', '[Rule one]')] })
    assert.match(faultsOf(set)[0] ?? '', /That is the title of a\.yml: name its id or its name\./)
  })

  test('to a rejected rule is told so, and so is one that leads to it', () => {
    const set = setOf({
      'a.yml': [ruleText('one', 'level: severe\n')],
      'b.yml': [counting('b', '[one]')],
      'c.yml': [counting('c', '[b]')],
    })
    assert.deepEqual(
      set.problems.map(({ code, hint }) => [code, hint]),
      [
        ['E-META', ''],
        ['E-CORR-REF', 'See the problems of a.yml.'],
        ['E-CORR-REF', 'See the problems of b.yml.'],
      ],
    )
    assert.deepEqual(set.correlations, [])
  })

  test('may name one rule once only, however it is spelled', () => {
    const set = setOf({ 'a.yml': [ruleText('one', `id: ${uuid}\n`)], 'b.yml': [counting('b', `[one, ${uuid}]`)] })
    assert.match(faultsOf(set).join(), /^E-CORR-RULES \(b\) correlation: 'aaaaaaaa-.*' is a rule listed before/)
  })
})

describe('a cycle', () => {
  test('is refused in each correlation of it, with the way back; who leads into it is refused as well', () => {
    const set = setOf({
      'a.yml': [counting('a', '[b]')],
      'b.yml': [counting('b', '[c, one]')],
      'c.yml': [counting('c', '[a]')],
      'd.yml': [counting('d', '[a]')],
      'e.yml': [counting('e', '[one]')],
      'f.yml': [counting('f', '[f]')],
      'g.yml': [ruleText('one')],
    })
    assert.deepEqual(
      set.problems.map(({ code, span, message }) => [code, span.path, message.split(': ').at(-1)]),
      [
        ['E-CORR-CYCLE', 'a.yml', 'a → b → c → a'],
        ['E-CORR-CYCLE', 'b.yml', 'b → c → a → b'],
        ['E-CORR-CYCLE', 'c.yml', 'c → a → b → c'],
        ['E-CORR-REF', 'd.yml', "'a' is rejected itself"],
        ['E-CORR-CYCLE', 'f.yml', 'f → f'],
      ],
    )
    assert.deepEqual(
      set.correlations.map(({ key }) => key),
      ['e.yml'],
    )
  })

  test('between two cycles there is none', () => {
    const set = setOf({
      'a.yml': [counting('a', '[a, b]')],
      'b.yml': [counting('b', '[c]')],
      'c.yml': [counting('c', '[c]')],
    })
    assert.deepEqual(
      set.problems.map(({ code, span }) => [code, span.path]),
      [
        ['E-CORR-CYCLE', 'a.yml'],
        ['E-CORR-REF', 'b.yml'],
        ['E-CORR-CYCLE', 'c.yml'],
      ],
    )
  })

  test('of thousands, and a chain of thousands, are taken', () => {
    const size = 5_000
    const cycle = Array.from({ length: size }, (_, at) => counting(`c${at}`, `[c${(at + 1) % size}]`))
    const chain = Array.from({ length: size }, (_, at) => counting(`d${at}`, at === 0 ? '[one]' : `[d${at - 1}]`))
    const set = setOf({ 'cycle.yml': cycle, 'chain.yml': [ruleText('one'), ...chain.toReversed()] })
    assert.equal(set.problems.filter(({ code }) => code === 'E-CORR-CYCLE').length, size)
    assert.equal(set.correlations.length, size)
    const last = set.correlations.at(-1)
    assert.ok(last !== undefined && last.title === `d${size - 1}`)
    assert.equal(judgeCorrelation(set, last, timed([[0, 'one', {}]])).matches.length, 0)
  })
})

describe('a condition over rules', () => {
  function faultsIn(map: string): readonly string[] {
    const { problems } = setWith(`title: A correlation\ncorrelation: ${map}\n`)
    return problems.map(({ code, message }) => `${code} ${message}`)
  }

  test('uses the rules listed, all of them and no other', () => {
    assert.deepEqual(faultsIn('{type: temporal, rules: [ra, rb], timespan: 5m, condition: ra and rc}'), [
      "E-CORR-CONDITION correlation: the condition does not use 'rb'",
      "E-CORR-CONDITION correlation: 'rc' is not among 'rules'",
    ])
  })

  test('names rules that are there', () => {
    assert.deepEqual(faultsIn('{type: temporal, timespan: 5m, condition: ra and rd}'), [
      "E-CORR-REF correlation: no rule has the id or name 'rd'",
    ])
  })

  for (const [wrong, said] of [
    ['1 of r*', "'1 of' is not for rules"],
    ['all of them', "'all of' is not for rules"],
    ['ra AND rb', "condition: unexpected 'AND'; operators are lower case at column 4"],
    ['ra and', 'condition: an identifier is expected at column 7'],
    ['ra | count() > 5', "condition: unexpected '|' at column 4"],
  ] as const) {
    test(`is not '${wrong}'`, () => {
      const faults = faultsIn(`{type: temporal, rules: [ra, rb], timespan: 5m, condition: '${wrong}'}`)
      assert.deepEqual(faults, [`E-CORR-CONDITION correlation: ${said}`])
    })
  }

  test('is for temporal types alone', () => {
    assert.deepEqual(faultsIn('{type: event_count, rules: [ra], timespan: 5m, condition: ra}'), [
      "E-CORR-CONDITION correlation: the condition of event_count must be a map, got 'ra'",
    ])
  })
})

describe('a correlation document', () => {
  function codesIn(parts: string, more = ''): readonly string[] {
    return setWith(`title: A correlation\ncorrelation: {${parts}}\n${more}`).problems.map(({ code }) => code)
  }
  const count = 'type: event_count, rules: [ra], timespan: 5m, condition: {gte: 2}'

  for (const [parts, codes] of [
    [count, []],
    [count.replace('[ra]', 'ra'), []],
    [count.replace('{gte: 2}', '{gt: 100, lte: 200}'), []],
    [count.replace('{gte: 2}', '{gte: 2, field: User}'), []],
    [`${count}, group-by: User`, []],
    [`${count}, group-by: []`, []],
    [count.replace('gte: 2', 'gte: 0.5'), []],
    [count.replace('type: event_count, ', ''), ['E-CORR-TYPE']],
    [count.replace('event_count', '[event_count]'), ['E-CORR-TYPE']],
    [count.replace('rules: [ra], ', ''), ['E-CORR-RULES']],
    [count.replace('[ra]', '[ra, 5]'), ['E-CORR-RULES']],
    [count.replace('[ra]', "[ra, '']"), ['E-CORR-RULES']],
    [count.replace('[ra]', '[ra, ra]'), ['E-CORR-RULES']],
    [count.replace('[ra]', '{ra: 1}'), ['E-CORR-RULES']],
    [count.replace(', condition: {gte: 2}', ''), ['E-CORR-CONDITION']],
    [count.replace('{gte: 2}', '{}'), ['E-CORR-CONDITION']],
    [count.replace('{gte: 2}', '[gte]'), ['E-CORR-CONDITION']],
    [count.replace('{gte: 2}', '{gte: 2, percentile: 5}'), ['E-CORR-CONDITION']],
    [count.replace('{gte: 2}', '{gte: 2, about: 5}'), ['E-CORR-CONDITION']],
    [count.replace('gte: 2', "gte: '2'"), ['E-CORR-CONDITION']],
    [count.replace('gte: 2', 'gte: .inf'), ['E-CORR-CONDITION']],
    [count.replace('gte: 2', 'gte: .nan'), ['E-CORR-CONDITION']],
    [`${count}, group-by: [User, 5]`, ['E-CORR-GROUPBY']],
    [`${count}, group-by: ''`, ['E-CORR-GROUPBY']],
    [`${count}, group_by: [User]`, ['E-META']],
    [`${count}, window: sliding`, ['E-META']],
    [`${count}, aliases: {ip: {ra: src}}`, []],
    [`${count}, aliases: {ip: {rb: src}}`, ['E-CORR-ALIAS']],
    [`${count}, aliases: {ip: {rx: src}}`, ['E-CORR-ALIAS']],
    [`${count}, aliases: {ip: {ra: [src]}}`, ['E-CORR-ALIAS']],
    [`${count}, aliases: [ip]`, ['E-CORR-ALIAS']],
    [`${count}, generate: true`, []],
    [`${count}, generate: 1`, ['E-CORR-GENERATE']],
    ...['5m', '1s', '24h', '30d', '007m'].map((timespan) => [count.replace('5m', timespan), []] as const),
    ...['1w', '3M', '1y'].map((timespan) => [count.replace('5m', timespan), ['W-TIMESPAN-UNIT']] as const),
    ...['0s', '-5m', '1h30m', '5', '5 m', '1.5h', '5S', '5min', 'm', "''", '~', '[5m]', '99999999999999999d'].map(
      (timespan) => [count.replace('5m', timespan), ['E-CORR-TIMESPAN']] as const,
    ),
    [count.replace('timespan', 'timeframe'), ['E-CORR-TIMESPAN']],
    [`${count}, timeframe: 5m`, ['E-CORR-TIMESPAN']],
    [count.replace('event_count', 'value_count'), ['E-CORR-FIELD']],
    [count.replace('event_count', 'value_count').replace('{', '{field: [a, b], '), []],
    [count.replace('event_count', 'value_count').replace('{', '{field: [], '), ['E-CORR-FIELD']],
    [count.replace('event_count', 'value_sum').replace('{', '{field: [a, b], '), ['E-CORR-FIELD']],
    [count.replace('event_count', 'value_sum').replace('{', '{field: [a], '), []],
    [count.replace('event_count', 'value_median').replace('{', '{field: a, '), []],
    [count.replace('event_count', 'value_avg').replace('{', '{field: 5, '), ['E-CORR-FIELD']],
    [count.replace('event_count', 'value_percentile').replace('{', '{field: a, '), ['E-CORR-CONDITION']],
    [
      count.replace('event_count', 'value_percentile').replace('{', '{field: a, percentile: 101, '),
      ['E-CORR-CONDITION'],
    ],
    [count.replace('event_count', 'value_percentile').replace('{', '{field: a, percentile: 99.9, '), []],
    [count.replace('event_count', 'temporal').replace('{', '{field: a, '), ['E-CORR-CONDITION']],
    ['type: temporal, rules: [ra, rb], timespan: 5m', []],
    ['type: temporal, timespan: 5m', ['E-CORR-RULES']],
    ['type: temporal, timespan: 5m, condition: {gte: 2}', ['E-CORR-RULES']],
  ] as const) {
    test(`{${parts}}: ${codes.length === 0 ? 'is sound' : codes.join()}`, () => {
      assert.deepEqual(codesIn(parts), codes)
    })
  }

  test('gives an alias one field for each rule, however the rule is spelled', () => {
    const both = `{type: temporal, rules: [one], timespan: 5m, aliases: {ip: {one: a, ${uuid}: b}}}`
    const set = setWith(ruleText('one', `id: ${uuid}\n`), `title: A correlation\ncorrelation: ${both}\n`)
    assert.deepEqual(faultsOf(set), [
      `E-CORR-ALIAS (A correlation) correlation: 'ip': '${uuid}' is given a field twice`,
    ])
  })

  test('is no scalar and no list', () => {
    for (const value of ['~', 'event_count', '[]']) {
      assert.deepEqual(
        setWith(`title: A correlation\ncorrelation: ${value}\n`).problems.map(({ code }) => code),
        ['E-CORR-TYPE'],
      )
    }
  })

  test('has the metadata of a rule; one text will do for its false positives', () => {
    const { correlation } = correlating(
      '{type: temporal, rules: [ra], timespan: 5m}\nfalsepositives: Scanners\nlevel: high\ncustom: 1',
    )
    assert.deepEqual(
      [correlation.kind, correlation.key, correlation.falsepositives, correlation.level, correlation.custom],
      ['correlation', 'rules/set.yml#4', ['Scanners'], 'high', { custom: 1 }],
    )
  })

  test('says generate at its top or inside, but not both ways', () => {
    assert.deepEqual(codesIn(count, 'generate: true\n'), [])
    assert.deepEqual(codesIn(`${count}, generate: true`, 'generate: true\n'), [])
    assert.deepEqual(codesIn(`${count}, generate: false`, 'generate: true\n'), ['E-CORR-GENERATE'])
  })
})

describe('the rules below a correlation', () => {
  test('report nothing of their own unless it generates', () => {
    const set = setOf({
      'a.yml': [
        ruleText('one'),
        ruleText('two'),
        counting('inner', '[one]'),
        counting('outer', '[inner, two]', 'generate: true\n'),
      ],
    })
    assert.deepEqual([...set.unreported], ['a.yml#1'])
  })

  test('change what it means', () => {
    const [plain, changed, filtered] = [
      setOf({
        'a.yml': [ruleText('one')],
        'b.yml': [counting('inner', '[one]')],
        'c.yml': [counting('outer', '[inner]')],
      }),
      setOf({
        'a.yml': [ruleText('one', 'level: low\n')],
        'b.yml': [counting('inner', '[one]')],
        'c.yml': [counting('outer', '[inner]')],
      }),
      setOf({
        'a.yml': [ruleText('one')],
        'b.yml': [counting('inner', '[one]')],
        'c.yml': [counting('outer', '[inner]')],
        'd.yml': [
          'title: F\nlogsource: {product: windows}\nfilter: {rules: any, f: {User: admin}, condition: not f}\n',
        ],
      }),
    ].map((set) => meaningOf(only(set, 'outer')))
    assert.equal(new Set([plain, changed, filtered]).size, 3)
  })

  test('are judged with the filters that apply and with their log source', () => {
    const set = setWith(
      counting('twice', '[ra]'),
      'title: F\nlogsource: {product: windows}\nfilter: {rules: any, f: {User: admin}, condition: not f}\n',
      `${ruleText('win').replace('windows', 'windows, service: security')}`,
      counting('windows', '[win]'),
    )
    const events = timed([
      [0, 'ra', { User: 'a' }],
      [1, 'ra', { User: 'admin' }],
      [2, 'ra', { User: 'b' }],
      [3, 'win', { Channel: 'System', EventID: 1 }],
      [4, 'win', { Channel: 'Security', EventID: 1 }],
    ])
    assert.deepEqual(
      judgeCorrelation(set, only(set, 'twice'), events).matches.map(({ time }) => time),
      [2000],
    )
    const windows = judgeCorrelation(set, only(set, 'windows'), events)
    assert.deepEqual(
      windows.groups.flatMap(({ occurrences }) => occurrences.map(({ event }) => event)),
      [4],
    )
  })

  test('may be correlations: a match is an occurrence at the time of its trigger, with the group over its fields', () => {
    const { set, correlation } = correlating(
      '{type: temporal_ordered, rules: [failures, rb], timespan: 10s, group-by: [who]}',
      `title: Failures\nname: failures\ncorrelation:
  type: event_count
  rules: [ra]
  timespan: 5s
  group-by: [who]
  aliases: {who: {ra: target}}
  condition: {gte: 2}
`,
    )
    const events = timed([
      [0, 'rb', { who: 'a' }],
      [1, 'ra', { target: 'a', who: 'x' }],
      [2, 'ra', { target: 'a', who: 'y' }],
      [3, 'ra', { target: 'a' }],
      [9, 'rb', { who: 'a' }],
      [9, 'rb', { who: 'y' }],
    ])
    const judgement = judgeCorrelation(set, correlation, events)
    assert.deepEqual(
      judgement.matches.map(({ time, group, trigger }) => [time, group, trigger.event]),
      [[9000, ['a'], 4]],
    )
    assert.deepEqual(
      judgement.groups[0]?.occurrences.map(({ rule, time, event, fields }) => [rule, time, event, fields]),
      [
        ['rules/set.yml#2', 0, 0, { matches: 'rb', who: 'a' }],
        ['rules/set.yml#4', 2000, 2, { matches: 'ra', target: 'a', who: 'a' }],
        ['rules/set.yml#2', 9000, 4, { matches: 'rb', who: 'a' }],
      ],
    )
    const all = judgeCorrelations(set, events)
    assert.deepEqual(all.get(correlation.key), judgement)
    assert.deepEqual([...all.keys()], ['rules/set.yml#4', 'rules/set.yml#5'])
  })

  test('count one event once for each of them that it matches', () => {
    const either =
      'title: Either\nname: either\nlogsource: {product: windows}\ndetection: {sel: {matches|startswith: r}, condition: sel}\n'
    const { set, correlation } = correlating('{type: temporal_ordered, rules: [either, ra], timespan: 10s}', either)
    const { matches } = judgeCorrelation(set, correlation, timed([[0, 'ra', {}]]))
    assert.equal(matches.length, 1)
    assert.deepEqual([matches[0]?.window.from, matches[0]?.window.to], [0, 2])
  })
})

describe('a group-by field', () => {
  test('may have the name of a prototype', () => {
    const { set, correlation } = correlating(
      '{type: event_count, rules: [ra], timespan: 10s, condition: {gte: 2}, group-by: [__proto__, constructor]}',
    )
    const fields: Fields = JSON.parse('{"__proto__": "a", "constructor": "b", "matches": "ra"}')
    const events = [0, 1].map((time) => ({ time, ...eventOf(fields) }))
    const { matches, problems } = judgeCorrelation(set, correlation, [
      ...events,
      { time: 2, ...eventOf({ matches: 'ra' }) },
    ])
    assert.deepEqual(
      matches.map(({ group }) => group),
      [['a', 'b']],
    )
    assert.equal(problems.length, 2)
  })
})
