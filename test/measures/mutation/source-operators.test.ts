import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeMutants, type MutantState, suiteOf, withReplacement } from '../../../measures/index.ts'
import { buildRuleSet, type Expectation, type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { anEvent, anObservation } from '../observation-factory.ts'
import { options } from './judging/judged.ts'
import { mutantsIn } from './mutants-in.ts'

function ruleOf(logsource: string, detection = '  s: {A: a}\n  condition: s'): Rule {
  const [rule] = readRules(
    sourceOf('rules/t.yml', `title: T\nlogsource:${logsource}\ndetection:\n${detection}\n`),
  ).rules
  assert.ok(rule !== undefined)
  return rule
}

const block = '\n  category: network_connection # of any agent\n  product: windows'

const cases: readonly (readonly [logsource: string, mutants: Readonly<Record<string, string>>])[] = [
  [
    block,
    {
      'drop-source/logsource/category': '\n  product: windows',
      'drop-source/logsource/product': '\n  category: network_connection # of any agent',
      'add-source/logsource/service sysmon': `\n  service: sysmon${block}`,
    },
  ],
  [
    ' {product: windows, service: security}',
    {
      'drop-source/logsource/product': ' {service: security}',
      'drop-source/logsource/service': ' {product: windows}',
    },
  ],
  [
    ' {category: process_creation}',
    {
      'add-source/logsource/product windows': ' {product: windows, category: process_creation}',
      'add-source/logsource/service security': ' {service: security, category: process_creation}',
      'add-source/logsource/service sysmon': ' {service: sysmon, category: process_creation}',
    },
  ],
  [' {product: linux, definition: all of it}', {}],
  [' {category: proxy}', {}],
]
for (const [logsource, mutants] of cases) {
  test(`attributes dropped from and added to${JSON.stringify(logsource)}`, () => {
    const rule = ruleOf(logsource)
    const made = mutantsIn(rule).filter(({ mutant }) => mutant.operator.endsWith('-source'))
    const texts = made.map(({ mutant }) => {
      const text = withReplacement(rule.source.text, mutant.replacement)
      return [mutant.id, text.slice(text.indexOf('logsource:') + 10, text.indexOf('\ndetection'))]
    })
    assert.deepEqual(Object.fromEntries(texts), mutants)
  })
}

/** What becomes of the mutants of a rule whose only scenario judges this event. */
function judgedBy(rule: Rule, event: Parameters<typeof anEvent>[0], expected: Expectation) {
  const set = buildRuleSet([readRules(rule.source)])
  const [own] = set.rules
  assert.ok(own !== undefined)
  const observations = [anObservation(own, expected, [anEvent(event)])]
  const suite = suiteOf(set, [{ uri: 'features/t.feature', line: 3, name: 'S', observations, statements: [] }])
  const results = [...judgeMutants(suite, own, options)]
  return (id: string): MutantState => {
    const state = results.find(({ mutant }) => mutant.id === id)?.state
    assert.ok(state !== undefined, id)
    return state
  }
}

const connection = '  s: {DestinationPort: 443}\n  condition: s'
const fires = [{ DestinationPort: 443 }, { kind: 'fires' }] as const

test('a log source that takes the same events is proved so, and not by its condition', () => {
  const state = judgedBy(ruleOf(block, connection), ...fires)('add-source/logsource/service sysmon')
  assert.deepEqual(state, { kind: 'ignored', world: 'logic', reason: 'both log sources take the same events' })
})

test('an event of Linux tells a rule without its product apart, though the condition is the same', () => {
  const state = judgedBy(ruleOf(block, connection), ...fires)('drop-source/logsource/product')
  assert.ok(state.kind === 'survived' && state.witness !== null, JSON.stringify(state))
  assert.equal(state.witness.origin.channel, 'Linux-Sysmon/Operational')
  assert.equal(state.witness.fields.DestinationPort, 443)
  assert.equal(state.suggestion?.expected.kind, 'wrong-log-source')
  assert.deepEqual(
    state.suggestion?.event.kind === 'verbatim' && state.suggestion.event.events[0]?.fields.DestinationPort,
    443,
    'the suggested event would fire',
  )
})

test('the audit of Windows tells a start of a process apart from one that only Sysmon may report', () => {
  const rule = ruleOf(
    '\n  category: process_creation\n  product: windows',
    "  s: {CommandLine|contains: 'x y'}\n  condition: s",
  )
  const state = judgedBy(rule, { EventID: 1, CommandLine: 'x y' }, { kind: 'fires' })
  const only = state('add-source/logsource/service sysmon')
  assert.ok(only.kind === 'survived' && only.witness?.eventId === 4688, JSON.stringify(only))
})

test('a category that the condition asks for by its number is proved the same', () => {
  const rule = ruleOf(' {product: windows, service: sysmon}', '  s: {EventID: 3, DestinationPort: 443}\n  condition: s')
  const state = judgedBy(rule, { EventID: 3, DestinationPort: 443 }, { kind: 'fires' })
  const added = state('add-source/logsource/category network_connection')
  assert.equal(added.kind, 'ignored', JSON.stringify(added))
})

test('a wrong log source that a scenario shows kills what drops the gate', () => {
  const rule = ruleOf(' {product: windows, service: sysmon}', connection)
  const told = { Channel: 'Security', EventID: 5156, DestinationPort: 443 }
  assert.equal(judgedBy(rule, told, { kind: 'wrong-log-source' })('drop-source/logsource/service').kind, 'killed')
})
