import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  buildRuleSet,
  errorCodes,
  eventOf,
  formatProblem,
  judgeCorrelation,
  type ProblemCode,
  readRules,
  sourceOf,
  warningCodes,
} from '../../../sigma/index.ts'

interface Example {
  readonly text: string
  /** The file it stands in; `rules/a.yml` if left out. */
  readonly path?: string
  /** What the problem's span covers; several places are joined by ` | `. */
  readonly at: string
}

const head = 'title: A rule\nlogsource: {product: windows}\n'

function detecting(detection: string, at: string): Example {
  return { text: `${head}detection: ${detection}\n`, at }
}

function searching(key: string, value: string, at: string): Example {
  return detecting(`{sel: {${key}: ${value}}, condition: sel}`, at)
}

/** The same over the events of process creation. */
function creating(key: string, value: string, at: string): Example {
  const { text } = searching(key, value, at)
  return { text: text.replace('{product: windows}', '{product: windows, category: process_creation}'), at }
}

function conditioned(condition: string, at: string): Example {
  return detecting(`{one: {A: x}, two: {B: y}, condition: ${condition}}`, at)
}

function described(line: string, at: string): Example {
  return { text: `${head}${line}\ndetection: {sel: {A: x}, condition: sel}\n`, at }
}

const soundParts: Readonly<Record<string, string>> = {
  type: 'event_count',
  rules: '[base]',
  timespan: '5m',
  condition: '{gte: 5}',
}

/** A correlation rule with these parts changed, and alone in its file. */
function correlating(parts: Readonly<Record<string, string>>, at: string): Example {
  const map = Object.entries({ ...soundParts, ...parts }).map(([key, value]) => `  ${key}: ${value}\n`)
  return { text: `title: A rule\nname: own\ncorrelation:\n${map.join('')}`, at }
}

const base = `${head}name: base\ndetection: {sel: {A: x}, condition: sel}\n---\n`

const anId = '0b1c8f0e-52c6-4a0e-9d0c-6f1c1a2b3c4d'

function filtering(parts: string, at: string): Example {
  return { text: `${base}${head}filter: {${parts}}\n`, at }
}

/** Codes that no text raises: of events, of what is no text at all, and of suppressing. */
type CodeElsewhere = 'W-GROUPBY-MISSING' | 'E-FILE' | 'W-IGNORE'

const elsewhere: readonly string[] = ['W-GROUPBY-MISSING', 'E-FILE', 'W-IGNORE']

/** One text that raises each code, and exactly where. */
const examples: Readonly<Record<Exclude<ProblemCode, CodeElsewhere>, Example>> = {
  'E-YAML': { text: `${head}title: again\n`, at: 'title' },
  'E-DOC': { text: '- a\n- b\n', at: '- a\n- b' },
  'E-ACTION': { text: 'action: forget\n', at: 'forget' },
  'E-VERSION': described("sigma-version: '3.0'", "'3.0'"),
  'E-TITLE': {
    text: 'title: [a]\nlogsource: {product: windows}\ndetection: {sel: {A: x}, condition: sel}\n',
    path: '',
    at: '[a]',
  },
  'E-LOGSOURCE': {
    text: 'title: A rule\nlogsource: {definition: d}\ndetection: {s: {A: x}, condition: s}\n',
    at: '{definition: d}',
  },
  'E-DETECTION-MISSING': detecting('{condition: sel}', 'detection'),
  'E-DETECTION-EMPTY': detecting('{sel: {}, condition: sel}', '{}'),
  'E-DETECTION-TYPE': searching('A', '{b: 1}', '{b: 1}'),
  'E-KEYWORD': searching("'|cidr'", '10.0.0.0/8', "'|cidr'"),
  'E-NUMBER': searching('A', '-.inf', '-.inf'),
  'E-MODIFIER-UNKNOWN': searching('A|not', 'x', 'A|not'),
  'E-MODIFIER-ORDER': searching('A|contains|re', 'x', 'A|contains|re'),
  'E-MODIFIER-CONFLICT': searching('A|contains|endswith', 'x', 'A|contains|endswith'),
  'E-MODIFIER-VALUE': searching('A|gt', "['5']", "'5'"),
  'E-EXISTS': searching('A|exists', 'yes', 'yes'),
  'E-REGEX': searching('A|re', "'(a'", "'(a'"),
  'E-CIDR': searching('A|cidr', '10.0.0.1/8', '10.0.0.1/8'),
  'E-BASE64-WILDCARD': searching('A|base64', "'a*'", "'a*'"),
  'E-FIELDREF-WILDCARD': searching('A|fieldref', "'B*'", "'B*'"),
  'E-PLACEHOLDER': searching('A|expand', "'%servers%'", "'%servers%'"),
  'E-CONDITION-MISSING': detecting('{sel: {A: x}}', 'detection'),
  'E-CONDITION-SYNTAX': conditioned('one AND two', 'AND'),
  'E-CONDITION-PIPE': conditioned('one and two | count(A) by B > 5', '| count(A) by B > 5'),
  'E-CONDITION-UNKNOWN': conditioned('one and three or four and two', 'three | four'),
  'E-CONDITION-NOMATCH': conditioned('(one or two) and not 1 of filter_*', '1 of filter_*'),
  'E-CORR-TYPE': correlating({ type: 'event_counts' }, 'event_counts'),
  'E-CORR-KEY': {
    ...correlating({}, 'group_by'),
    text: `${base}${correlating({ group_by: '[User]' }, '').text}`,
  },
  'E-CORR-RULES': correlating({ rules: '[]' }, '[]'),
  'E-CORR-REF': correlating({ rules: '[bse]' }, 'bse'),
  'E-CORR-CYCLE': correlating({ rules: '[own]' }, 'own'),
  'E-CORR-TIMESPAN': correlating({ timespan: '1h30m' }, '1h30m'),
  'E-CORR-CONDITION': correlating({ condition: '{gte: many}' }, 'many'),
  'E-CORR-FIELD': correlating({ type: 'value_count' }, '{gte: 5}'),
  'E-CORR-ALIAS': correlating({ aliases: '{ip: SourceIp}' }, 'SourceIp'),
  'E-CORR-GROUPBY': correlating({ 'group-by': '{User: x}' }, '{User: x}'),
  'E-CORR-GENERATE': correlating({ generate: 'yes' }, 'yes'),
  'E-FILTER-RULES': filtering('rules: [], fp: {B: y}, condition: not fp', '[]'),
  'E-FILTER-CONDITION': filtering('rules: any, fp: {B: y}, condition: [not fp]', '[not fp]'),
  'E-FILTER-EMPTY': filtering('rules: any, condition: not fp', 'filter'),
  'E-FILTER-LOGSOURCE': {
    text: 'title: A rule\nlogsource: {}\nfilter: {rules: any, fp: {B: y}, condition: not fp}\n',
    at: '{}',
  },
  'W-NOT-A-RULE': { text: 'name: ci\non: [push]\n---\nservices: {}\n', at: '' },
  'W-META': described('level: severe', 'severe'),
  'W-ID': described('id: one', 'one'),
  'W-DATE': described('modified: 2024/02/02', '2024/02/02'),
  'W-TAG': described('tags: [attack.t1059, T1059]', 'T1059'),
  'W-TAXONOMY': described('taxonomy: ecs', 'ecs'),
  'W-ACTION': { text: `action: global\n${head}`, at: 'action: global' },
  'W-TIMEFRAME': detecting('{sel: {A: x}, timeframe: 5m, condition: sel}', 'timeframe: 5m'),
  'W-UNUSED': conditioned('two', 'one'),
  'W-ALL-OF-THEM': conditioned('all of them', 'all of them'),
  'W-EMPTY-LIST': searching('A', '[ ]', '[ ]'),
  'W-NULL-LIST': searching('A', '[x, ~]', '~'),
  'W-YAML11': searching('A', "[x, off, 'off', 017, 1_0, 7]", 'off | 017 | 1_0'),
  'W-ALL-SINGLE': searching('A|all', '[x]', 'A|all'),
  'W-ALL-NO-CONTAINS': searching('A|endswith|all', '[x, y]', 'A|endswith|all'),
  'W-B64OFFSET-NO-CONTAINS': searching('A|base64offset', 'x', 'A|base64offset'),
  'W-UTF16-NO-BASE64': searching('A|wide|contains', 'x', 'A|wide|contains'),
  'W-WINDASH-ALL': searching('A|contains|windash|all', '[-a, -b]', 'A|contains|windash|all'),
  'W-DUP-MODIFIER': searching('A|contains|contains', 'x', 'A|contains|contains'),
  'W-RANGE': searching('A|hour', '[9, 99]', '99'),
  'W-REGEX-SUBSET': searching('A|re', "'(?P<n>a)'", "'(?P<n>a)'"),
  'W-ESCAPED-WILDCARD': searching('A', "['a\\\\*', 'a\\*']", "'a\\*'"),
  'W-CONTROL-CHAR': searching('A', '"a\\x01"', '"a\\x01"'),
  'W-LOGSOURCE-UNKNOWN': {
    text: 'title: A rule\nlogsource: {product: windows, category: network}\ndetection: {s: {A: x}, condition: s}\n',
    at: 'network',
  },
  'W-LOGSOURCE-KEY': {
    text: 'title: A rule\nlogsource: {product: windows, categorie: dns}\ndetection: {s: {A: x}, condition: s}\n',
    at: 'categorie',
  },
  'W-FIELD-UNKNOWN': creating('Commandline|contains', 'x', 'Commandline'),
  'W-CIDR-MISSING': searching('IpAddress', "['10.0.0.0/8', '10.0.0.1']", "'10.0.0.0/8'"),
  'W-PATH': creating('Image', "'\\cmd.exe'", "'\\cmd.exe'"),
  'W-PERCENT': searching('User', "'%Administrators%'", "'%Administrators%'"),
  'W-MATCHES-ALL': creating('Image|contains', "''", "''"),
  'W-TIMESPAN-UNIT': { ...correlating({}, '1w'), text: `${base}${correlating({ timespan: '1w' }, '').text}` },
  'W-FILTER-NO-NOT': filtering('rules: any, keep: {B: y}, condition: keep', 'keep'),
  'W-FILTER-REF': filtering('rules: [bas], fp: {B: y}, condition: not fp', 'bas'),
  'W-ID-DUPLICATE': {
    text: `${base.replace('name: base', `id: ${anId}`)}${described(`id: ${anId.toUpperCase()}`, '').text}`,
    at: `${anId} | ${anId.toUpperCase()}`,
  },
}

describe('every code', () => {
  for (const [code, { text, at, path = 'rules/a.yml' }] of Object.entries(examples)) {
    test(`${code} is raised where the fault stands, and alone`, () => {
      const source = sourceOf(path, text)
      const reading = readRules(source)
      const { rules, correlations, problems } = buildRuleSet([reading])
      assert.deepEqual([...new Set(problems.map((problem) => problem.code))], [code])
      assert.equal(problems.map(({ span }) => source.text.slice(span.start, span.end)).join(' | '), at)
      for (const { severity } of problems) assert.equal(severity, code.startsWith('E-') ? 'error' : 'warning')
      const kept = rules.length + correlations.length + reading.filters.length
      const documents = text.split('---\n').length
      if (code.startsWith('E-')) assert.equal(kept, documents - 1)
      else if (code === 'W-NOT-A-RULE') assert.equal(kept, 0)
      else if (code !== 'W-ACTION') assert.equal(kept, documents)
    })
  }

  test('W-GROUPBY-MISSING is raised by events, at the field they lack', () => {
    const { text } = correlating({ 'group-by': '[User, Host]' }, '')
    const source = sourceOf('rules/a.yml', `${base}${text}`)
    const set = buildRuleSet([readRules(source)])
    const [correlation] = set.correlations
    assert.ok(correlation)
    const events = [{ A: 'x', User: 'a', Host: 'h' }, { A: 'x', User: 'a' }, { A: 'x' }, { A: 'y' }]
    const judgement = judgeCorrelation(
      set,
      correlation,
      events.map((fields, time) => ({ time, ...eventOf(fields) })),
    )
    assert.deepEqual(
      judgement.problems.map(({ code, message, rule, span }) => [
        code,
        source.text.slice(span.start, span.end),
        message.match(/\d of \d/)?.[0],
        rule,
      ]),
      [
        ['W-GROUPBY-MISSING', 'User', '1 of 3', 'A rule'],
        ['W-GROUPBY-MISSING', 'Host', '2 of 3', 'A rule'],
      ],
    )
  })

  test('has an example', () => {
    const codes = [...errorCodes, ...warningCodes].filter((code) => !elsewhere.includes(code))
    assert.deepEqual(Object.keys(examples).toSorted(), codes.toSorted())
  })
})

describe('a file with faults', () => {
  const text = `${head}level: severe
date: 12 May
detection:
  sel:
    A|re: '(a'
    B|contians: x
  other: []
  condition: sel and not fitler
`

  test('tells all of them at once, in the order they stand, under the title', () => {
    const { problems } = readRules(sourceOf('rules/a.yml', text))
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['W-META', 'W-META', 'E-REGEX', 'E-MODIFIER-UNKNOWN', 'E-DETECTION-EMPTY', 'E-CONDITION-UNKNOWN'],
    )
    assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(['A rule']))
  })

  test('still gives its sound documents', () => {
    const sound = `${head}detection: {sel: {A: x}, condition: sel}\n`
    const { rules, problems } = readRules(sourceOf('rules/a.yml', `${text}---\n${sound}`))
    assert.deepEqual(
      rules.map(({ key }) => key),
      ['rules/a.yml#2'],
    )
    assert.equal(problems.length, 6)
  })
})

describe('formatProblem', () => {
  test('prints message, code, place, line with carets, hint', () => {
    const source = sourceOf('rules/a.yml', `${head}detection:\n  sel: {A: x}\n  condition: sel and selction\n`)
    const [problem] = readRules(source).problems
    assert.ok(problem)
    assert.equal(
      formatProblem(problem, source),
      [
        "condition refers to 'selction', which is not defined [E-CONDITION-UNKNOWN]",
        'rules/a.yml:5:22 (A rule)',
        '',
        '    5 |   condition: sel and selction',
        '      |                      ^^^^^^^^',
        '',
        'Defined: sel.',
      ].join('\n'),
    )
  })

  test('lets no character of the rule act on a terminal', () => {
    const source = sourceOf(
      'rules/a.yml',
      `title: "\\e[31m\\u202E"\nid: "\\e[2J\\r\\n::error::"\nlogsource: {a: "\u202E"}\n`,
    )
    const { problems } = readRules(source)
    assert.ok(problems.length >= 2)
    for (const problem of problems) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
      assert.doesNotMatch(formatProblem(problem, source), /[\u0000-\u0009\u000B-\u001F\u202E]|^::/m)
    }
  })
})
