import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MutationOptions, mutationKeyOf, type PassedScenario, suiteOf } from '../../../../measures/index.ts'
import { buildRuleSet, type Placeholders, readRules, sourceOf } from '../../../../sigma/index.ts'
import { anEvent, anObservation } from '../../observation-factory.ts'

const head = 'logsource:\n    category: network_connection\n    product: windows\n'
const ruleText = `title: Own\n${head}detection:\n    selection:\n        DestinationPort: 443\n    condition: selection\n`
const fedText = `title: Fed\nname: fed\n${head}detection:\n    selection:\n        SourcePort: 1\n    condition: selection\n`
const otherText = `title: Other\n${head}detection:\n    selection:\n        SourcePort: 2\n    condition: selection\n`
const manyText = `title: Many
correlation:
    type: event_count
    rules:
        - fed
    group-by:
        - User
    timespan: 5m
    condition:
        gte: 2
`
const filterText = `title: Backup\n${head}filter:\n    rules: any\n    selection:\n        User: backup\n    condition: not selection\n`

/** All that what becomes of the mutants of a rule may depend on. */
interface Given {
  readonly files: Readonly<Record<string, string>>
  readonly placeholders: Placeholders
  readonly seed: string
  /** Scenarios about the rule itself, and on events solved for the other one. */
  readonly scenarios: readonly ('own' | 'solved')[]
  /** What the event of a scenario holds that no rule reads: mutants are made near it. */
  readonly sourcePort: number
}

const given: Given = {
  files: {
    'rules/own.yml': ruleText,
    'rules/fed.yml': fedText,
    'rules/many.yml': manyText,
    'rules/other.yml': otherText,
  },
  placeholders: { ports: ['443'] },
  seed: 'sigmaproof',
  scenarios: ['own'],
  sourcePort: 6,
}

function keyOf({ files, placeholders, seed, scenarios, sourcePort }: Given): string {
  const set = buildRuleSet(Object.entries(files).map(([path, text]) => readRules(sourceOf(path, text), placeholders)))
  assert.deepEqual(
    set.problems.filter(({ severity }) => severity === 'error'),
    [],
  )
  const own = set.rules.find(({ key }) => key === 'rules/own.yml')
  const other = set.rules.find(({ key }) => key === 'rules/other.yml')
  assert.ok(own !== undefined)
  const told = {
    own: () => anObservation(own, { kind: 'fires' }, [anEvent({ DestinationPort: 443, SourcePort: sourcePort })]),
    solved: () => {
      assert.ok(other !== undefined)
      const step = { kind: 'solved', rules: [other.key], goal: { kind: 'fires' }, count: 1, chance: 'x' } as const
      return anObservation(own, { kind: 'silent' }, [anEvent({ SourcePort: 2 })], { recipe: { seed, steps: [step] } })
    },
  }
  const passed = scenarios.map(
    (kind): PassedScenario => ({
      uri: 'features/own.feature',
      line: 3,
      name: 'S',
      observations: [told[kind]()],
      statements: [],
    }),
  )
  const options: MutationOptions = { seed, placeholders }
  return mutationKeyOf(suiteOf(set, passed), own, options)
}

function without(path: string): Given['files'] {
  return Object.fromEntries(Object.entries(given.files).filter(([name]) => name !== path))
}

const differing: readonly (readonly [string, Given, Given?])[] = [
  ['the seed', { ...given, seed: 'another' }],
  ['a value of a placeholder', { ...given, placeholders: { ports: ['444'] } }],
  ['a placeholder more', { ...given, placeholders: { ...given.placeholders, users: ['a'] } }],
  ['no placeholder', { ...given, placeholders: {} }],
  [
    'another value in the rule',
    { ...given, files: { ...given.files, 'rules/own.yml': ruleText.replace('443', '"443"') } },
  ],
  ['a comment in the file of the rule', { ...given, files: { ...given.files, 'rules/own.yml': `# A\n${ruleText}` } }],
  [
    'a filter document that applies to the rule',
    { ...given, files: { ...given.files, 'filters/backup.yml': filterText } },
  ],
  ['no correlation', { ...given, files: without('rules/many.yml') }],
  [
    'another timespan of a correlation',
    { ...given, files: { ...given.files, 'rules/many.yml': manyText.replace('5m', '6m') } },
  ],
  [
    'another meaning of a rule that a correlation feeds on',
    { ...given, files: { ...given.files, 'rules/fed.yml': fedText.replace('SourcePort: 1', 'SourcePort: 3') } },
  ],
  ['a scenario more', { ...given, scenarios: ['own', 'own'] }],
  ['another event in a scenario', { ...given, sourcePort: 7 }],
  ['no scenario', { ...given, scenarios: [] }],
  [
    'another rule that a scenario of the rule solves events for',
    {
      ...given,
      scenarios: ['solved'],
      files: { ...given.files, 'rules/other.yml': otherText.replace('2', '2 # only') },
    },
    { ...given, scenarios: ['solved'] },
  ],
]

for (const [what, changed, from = given] of differing) {
  test(`the key of results differs with ${what}`, () => assert.notEqual(keyOf(changed), keyOf(from)))
}

const same: readonly (readonly [string, Given])[] = [
  ['nothing', { ...given, files: { ...given.files } }],
  [
    'a rule that no scenario of the rule reads',
    { ...given, files: { ...given.files, 'rules/other.yml': otherText.replace('2', '3') } },
  ],
  ['no such rule', { ...given, files: without('rules/other.yml') }],
]
for (const [what, changed] of same) {
  test(`the key of results stays with ${what}`, () => assert.equal(keyOf(changed), keyOf(given)))
}
