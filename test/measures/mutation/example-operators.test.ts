import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PassedScenario, withReplacement } from '../../../measures/index.ts'
import { type Examples, examplesIn } from '../../../measures/mutation/examples.ts'
import { type Fields, firesOn, type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { anEvent, anObservation } from '../observation-factory.ts'
import { mutantsIn } from './mutants-in.ts'

const head = 'title: T\nlogsource:\n  category: network_connection\n  product: windows\ndetection:\n'

function ruleWith(detection: string): Rule {
  const [rule] = readRules(sourceOf('rules/t.yml', head + detection)).rules
  assert.ok(rule !== undefined)
  return rule
}

function scenariosOf(
  rule: Rule,
  events: readonly (readonly [Fields, (readonly string[])?])[],
): readonly PassedScenario[] {
  return events.map(([fields, stated], index) => ({
    uri: 'features/t.feature',
    line: index,
    name: 'S',
    observations: [
      anObservation(rule, { kind: 'fires' }, [anEvent(fields, stated ?? 'every')], {
        scenario: { ...place, line: index },
      }),
    ],
    statements: [],
  }))
}

const place = { uri: 'features/t.feature', name: 'S', line: 3, stepLine: 5, stepText: 'it' }

function examplesOf(rule: Rule, scenarios: readonly PassedScenario[]): Examples {
  return examplesIn([rule], () => scenarios.flatMap(({ observations }) => observations))
}

/** The mutants of some operators, by name: what stands in the lines of the detection that changed. */
function made(rule: Rule, scenarios: readonly PassedScenario[], operator: string): Readonly<Record<string, string>> {
  const mutants = mutantsIn(rule, undefined, examplesOf(rule, scenarios))
  const own = mutants.filter(({ mutant, reading }) => mutant.operator === operator && reading.kind === 'changed')
  const before = rule.source.text.split('\n')
  return Object.fromEntries(
    own.map(({ mutant }) => {
      const lines = withReplacement(rule.source.text, mutant.replacement).split('\n')
      const name = mutant.id.slice(operator.length + 1)
      return [
        name,
        lines
          .filter((line) => !before.includes(line))
          .join(' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ]
    }),
  )
}

const account = `  selection:
    DestinationPort: 443
  filter:
    User|contains:
      - backup # the tool
    DestinationIp|cidr: 10.0.0.0/8
  condition: selection and not filter
`
const anna = { DestinationPort: 443, User: 'CORP\\anna.k', DestinationIp: '10.1.2.3' }
const tool = { DestinationPort: 443, User: 'CORP\\backup', DestinationIp: '11.1.2.3' }

test('values near an event that only one key keeps out of the filter are added there', () => {
  const rule = ruleWith(account)
  assert.deepEqual(made(rule, scenariosOf(rule, [[anna], [tool]]), 'add-value'), {
    'filter/User|contains/value': "- 'CORP\\anna.k'",
    'filter/User|contains/part': "- 'CORP\\a'",
    'filter/User|contains/folder': "- 'CORP\\'",
    'filter/DestinationIp|cidr/network': "DestinationIp|cidr: [10.0.0.0/8, '11.1.2.0/24']",
    'filter/DestinationIp|cidr/wider': "DestinationIp|cidr: [10.0.0.0/8, '10.0.0.0/7']",
  })
})

test('a second value is the sibling, and an event that is silent is near nothing', () => {
  const rule = ruleWith(account)
  const bob = { ...anna, User: 'CORP\\bob' }
  const silent = { ...anna, User: 'CORP\\aaa', DestinationPort: 1 }
  const near = made(rule, scenariosOf(rule, [[bob], [silent], [anna]]), 'add-value')
  assert.equal(near['filter/User|contains/value'], "- 'CORP\\anna.k'")
  assert.equal(near['filter/User|contains/sibling'], "- 'CORP\\bob'")
  assert.deepEqual(made(rule, scenariosOf(rule, [[silent]]), 'add-value'), {})
  assert.deepEqual(made(rule, [], 'add-value'), {})
})

test('a value that a scenario states goes before one that its event was filled with', () => {
  const rule = ruleWith(account)
  const filled = { ...anna, User: 'CORP\\aaa' }
  const near = made(
    rule,
    scenariosOf(rule, [
      [filled, ['DestinationIp']],
      [anna, ['User']],
    ]),
    'add-value',
  )
  assert.equal(near['filter/User|contains/value'], "- 'CORP\\anna.k'")
})

test('texts of a selection are left alone, and a number is added as one', () => {
  const rule = ruleWith('  s: {User: a}\n  t:\n    DestinationPort: 80\n  condition: s and not t\n')
  assert.deepEqual(made(rule, scenariosOf(rule, [[{ User: 'a', DestinationPort: 81 }]]), 'add-value'), {
    't/DestinationPort/value': 'DestinationPort: [80, 81]',
  })
})

test('paths, addresses and ends of texts each have their own near values', () => {
  const rule = ruleWith(
    '  s: {DestinationPort: 1}\n  t:\n    Image: x\n  u:\n    Image|endswith: y\n  v:\n    DestinationIp: 10.*\n  condition: s and not 1 of t* and not u and not v\n',
  )
  const event = { DestinationPort: 1, Image: 'C:\\a\\bc.exe', DestinationIp: '8.7.6.5' }
  assert.deepEqual(made(rule, scenariosOf(rule, [[event]]), 'add-value'), {
    't/Image/value': "Image: [x, 'C:\\a\\bc.exe']",
    't/Image/part': "Image: [x, 'C:\\a\\b*']",
    't/Image/folder': "Image: [x, 'C:\\a\\\\*']",
    'u/Image|endswith/value': "Image|endswith: [y, 'C:\\a\\bc.exe']",
    'u/Image|endswith/part': "Image|endswith: [y, 'bc.exe']",
    'v/DestinationIp/value': "DestinationIp: [10.*, '8.7.6.5']",
    'v/DestinationIp/part': "DestinationIp: [10.*, '8.7.*']",
    'v/DestinationIp/network': "DestinationIp: [10.*, '8.7.6.*']",
  })
})

test('a text is lengthened by what stands beside it in the most events', () => {
  const rule = ruleWith("  s:\n    CommandLine|contains: ' -enc'\n    Image|endswith: '\\a.exe'\n  condition: s\n")
  const events = ['x -enc AA', 'y -ENC AB', 'y -enc\tz'].map((CommandLine): readonly [Fields] => [
    { CommandLine, Image: 'C:\\t\\a.exe' },
  ])
  assert.deepEqual(made(rule, scenariosOf(rule, events), 'lengthen-value'), {
    's/CommandLine|contains/ -enc/first': "CommandLine|contains: 'y -enc'",
    's/CommandLine|contains/ -enc/last': "CommandLine|contains: ' -enc '",
    's/Image|endswith/\\a.exe/first': "Image|endswith: 't\\a.exe'",
  })
})

test('a filter on a field that no event has is proved to filter nothing, and none is added where nobody knows', () => {
  const rule = ruleWith(account)
  const [added] = Object.values(made(rule, scenariosOf(rule, [[anna]]), 'add-filter'))
  assert.match(
    added ?? '',
    /^_elsewhere: \{\w+\|contains: 'e'\} condition: '\(selection and not filter\) and not _elsewhere'$/,
  )
  const own = mutantsIn(rule, undefined, examplesOf(rule, scenariosOf(rule, [[anna]])))
  const [filtered] = own.flatMap(({ mutant, reading }) =>
    mutant.operator === 'add-filter' && reading.kind === 'changed' ? reading.rules : [],
  )
  assert.ok(filtered !== undefined)
  assert.ok(firesOn(filtered, anEvent(anna)))
  const elsewhere = readRules(sourceOf('rules/t.yml', rule.source.text.replace('windows', 'linux'))).rules[0]
  assert.ok(elsewhere !== undefined)
  assert.deepEqual(made(elsewhere, scenariosOf(elsewhere, [[anna]]), 'add-filter'), {})
})

test('neither the order of a run nor a scenario told twice makes other mutants', () => {
  const rule = ruleWith(account)
  const users = fc.uniqueArray(fc.constantFrom('CORP\\anna', 'CORP\\bob', 'x', 'LAB\\svc$'), { minLength: 1 })
  fc.assert(
    fc.property(users, (names) => {
      const events = names.map((User): readonly [Fields] => [{ ...anna, User }])
      const texts = (all: readonly (readonly [Fields])[]) =>
        mutantsIn(rule, undefined, examplesOf(rule, scenariosOf(rule, all))).map(({ mutant }) => mutant)
      assert.deepEqual(texts([...events.toReversed(), ...events]), texts(events))
    }),
  )
})

test('names of mutants hold nothing of an event', () => {
  const rule = ruleWith(account)
  const ids = (User: string) => Object.keys(made(rule, scenariosOf(rule, [[{ ...anna, User }]]), 'add-value'))
  assert.deepEqual(ids('CORP\\anna.k'), ids('LABOR\\quite.another'))
})
