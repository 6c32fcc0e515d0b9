import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestionFor } from '../../../authoring/index.ts'
import {
  judgeMutants,
  type MutantResult,
  type MutationSubject,
  mutationKeyOf,
  type Observation,
  type PassedScenario,
  subjectsOf,
  suiteOf,
} from '../../../measures/index.ts'
import { buildRuleSet, type Expectation, type Fields, type RuleSet, readRules, sourceOf } from '../../../sigma/index.ts'
import { anEvent, anObservation } from '../observation-factory.ts'
import { mutantsIn } from './mutants-in.ts'

const head = 'logsource:\n    category: network_connection\n    product: windows\n'
const filterText = `title: Backup
${head}filter:
    rules: any
    filter_user:
        User: CONTOSO\\backup
    filter_image:
        Image|endswith: '\\tar.exe'
        DestinationPort: 22
    condition: not 1 of filter_*
`
const set = setOf({
  'rules/a.yml': ruleText('A', 'DestinationPort: 22'),
  'rules/b.yml': ruleText('B', 'SourcePort: 1'),
})
const backup = filterIn(set)
const killing: Fields = { DestinationPort: 22, SourcePort: 1, User: 'CONTOSO\\backup' }

test('a filter document is made mutants of: of its values, its fields, its searches, its condition', () => {
  const made = mutantsIn(backup, set)
  const ids = made.map(({ mutant }) => mutant.id)
  for (const id of [
    'drop-field/filter_image/DestinationPort',
    'drop-detection/filter_user/identifier',
    'swap-one-and-all/condition/0',
    'drop-not/condition',
    'swap-anchor/filter_user/User/contains',
    'shorten-value/filter_image/Image|endswith/\\tar.exe/first',
  ]) {
    assert.ok(ids.includes(id), `${id} is not among ${ids.join(', ')}`)
  }
  assert.equal(new Set(ids).size, ids.length)
  for (const { mutant, reading } of made) {
    assert.equal(mutant.subject, 'filters/backup.yml')
    assert.equal(mutant.replacement.span.path, 'filters/backup.yml')
    assert.ok(reading.kind === 'changed')
    assert.deepEqual(
      reading.rules.map(({ key, filters }) => [key, filters.length]),
      [
        ['rules/a.yml', 1],
        ['rules/b.yml', 1],
      ],
    )
  }
})

test('its mutants are killed by scenarios of any rule it applies to', () => {
  for (const key of ['rules/a.yml', 'rules/b.yml']) {
    const states = judged(backup, set, [observationOf(key, suppressed, killing)])
    assert.equal(states.get('drop-detection/filter_user/identifier')?.kind, 'killed')
    assert.equal(states.get('drop-not/condition')?.kind, 'killed')
  }
})

test('nothing about any of these rules is no coverage, one scenario about one of them is', () => {
  assert.deepEqual([...new Set([...judged(backup, set, []).values()].map(({ kind }) => kind))], ['no-coverage'])
  const states = judged(backup, set, [observationOf('rules/b.yml', { kind: 'fires' }, { SourcePort: 1 })])
  const survivor = states.get('drop-detection/filter_user/identifier')
  assert.ok(survivor?.kind === 'survived', JSON.stringify(survivor))
  assert.equal(survivor.suggestion?.rule, 'rules/b.yml', 'a rule with scenarios is asked for one more')
  assert.equal(survivor.witness?.fields.User, 'CONTOSO\\backup')
})

test('what one rule cannot tell apart another may: only the same in all of them is the same', () => {
  // Within A the port is always 22, so that the filter need not ask for it.
  const onlyA = setOf({ 'rules/a.yml': ruleText('A', 'DestinationPort: 22') })
  const fires = { kind: 'fires' } as const
  const ofA = observationOf('rules/a.yml', fires, { DestinationPort: 22, Image: 'x', User: 'CONTOSO\\nina' }, onlyA)
  const id = 'drop-field/filter_image/DestinationPort'
  const alone = judged(filterIn(onlyA), onlyA, [ofA]).get(id)
  assert.ok(alone?.kind === 'ignored', JSON.stringify(alone))
  const together = judged(backup, set, [
    observationOf('rules/a.yml', fires, { DestinationPort: 22, User: 'CONTOSO\\nina' }),
  ])
  const survivor = together.get(id)
  assert.ok(survivor?.kind === 'survived', JSON.stringify(survivor))
  assert.equal(survivor.suggestion?.rule, 'rules/b.yml')
})

test('a filter document that applies to no rule has no mutants', () => {
  const lonely = setOf({ 'rules/a.yml': ruleText('A', 'Image: a').replace('windows', 'linux') })
  assert.deepEqual(mutantsIn(filterIn(lonely), lonely), [])
})

test('a filter document in the file of a rule is edited as itself, and so is the rule', () => {
  const one = buildRuleSet([readRules(sourceOf('rules/a.yml', `${ruleText('A', 'SourcePort: 1')}---\n${filterText}`))])
  const [rule] = one.rules
  assert.ok(rule !== undefined)
  const ofFilter = mutantsIn(filterIn(one), one)
  const ofRule = mutantsIn(rule, one)
  assert.ok(ofFilter.length > 5 && ofRule.length > 1)
  const start = one.readings[0]?.filters[0]?.span.start ?? 0
  assert.ok(ofFilter.every(({ mutant }) => mutant.replacement.span.start >= start))
  assert.ok(ofRule.every(({ mutant }) => mutant.replacement.span.end <= start))
})

test('filters of one title keep their names when one of them is edited', () => {
  const twins = buildRuleSet([
    readRules(sourceOf('a.yml', filterText)),
    readRules(sourceOf('b.yml', ruleText('A', 'DestinationPort: 22'))),
    readRules(sourceOf('c.yml', filterText.replace('User: CONTOSO\\backup', 'User: CONTOSO\\restore'))),
  ])
  const [rule] = twins.rules
  assert.ok(rule !== undefined)
  const by: Expectation = { kind: 'suppressed', filters: ['Backup~2'] }
  const scenario = scenarioOf(anObservation(rule, by, [anEvent({ DestinationPort: 22, User: 'CONTOSO\\restore' })]))
  for (const [at, killed] of [
    [0, false],
    [1, true],
  ] as const) {
    const filter = twins.readings.flatMap(({ filters }) => filters)[at]
    assert.ok(filter !== undefined)
    const states = new Map(
      [...judgeMutants(suiteOf(twins, [scenario]), filter, options)].map(({ mutant, state }) => [mutant.id, state]),
    )
    assert.equal(states.get('drop-detection/filter_user/identifier')?.kind === 'killed', killed, filter.key)
  }
})

test('the rules come first, then the filter documents; the key of results follows the rules that a filter applies to', () => {
  assert.deepEqual(
    subjectsOf(set).map(({ kind, key }) => [kind, key]),
    [
      ['detection', 'rules/a.yml'],
      ['detection', 'rules/b.yml'],
      ['filter', 'filters/backup.yml'],
    ],
  )
  const keyOf = (of: RuleSet, observations: readonly Observation[] = []) =>
    mutationKeyOf(suiteOf(of, observations.map(scenarioOf)), filterIn(of), options)
  const other = setOf({
    'rules/a.yml': ruleText('A', 'DestinationPort: 22'),
    'rules/b.yml': ruleText('B', 'SourcePort: 2'),
  })
  assert.notEqual(keyOf(other), keyOf(set))
  assert.notEqual(keyOf(set, [observationOf('rules/b.yml', suppressed, killing)]), keyOf(set))
  assert.equal(
    keyOf(set),
    keyOf(
      setOf({ 'rules/a.yml': ruleText('A', 'DestinationPort: 22'), 'rules/b.yml': ruleText('B', 'SourcePort: 1') }),
    ),
  )
})

const options = { seed: 'sigmaproof', placeholders: {}, suggest: suggestionFor }
const suppressed: Expectation = { kind: 'suppressed', filters: ['Backup'] }

function ruleText(title: string, entry: string): string {
  return `title: ${title}\n${head}detection:\n    selection:\n        ${entry}\n    condition: selection\n`
}

function setOf(rules: Readonly<Record<string, string>>): RuleSet {
  const files = { ...rules, 'filters/backup.yml': filterText }
  return buildRuleSet(Object.entries(files).map(([path, text]) => readRules(sourceOf(path, text))))
}

function filterIn({ readings }: RuleSet): MutationSubject {
  const [filter] = readings.flatMap(({ filters }) => filters)
  assert.ok(filter !== undefined)
  return filter
}

function observationOf(key: string, expected: Expectation, fields: Fields, of: RuleSet = set): Observation {
  const rule = of.rules.find((each) => each.key === key)
  assert.ok(rule !== undefined)
  return anObservation(rule, expected, [anEvent(fields)])
}

function scenarioOf(observation: Observation): PassedScenario {
  return { uri: 'features/sample.feature', line: 3, name: 'Sample', observations: [observation], statements: [] }
}

function judged(
  subject: MutationSubject,
  of: RuleSet,
  observations: readonly Observation[],
): ReadonlyMap<string, MutantResult['state']> {
  const suite = suiteOf(of, observations.map(scenarioOf))
  return new Map([...judgeMutants(suite, subject, options)].map(({ mutant, state }) => [mutant.id, state]))
}
