import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { recipeInWords } from '../../../authoring/gherkin/recipe-in-words.ts'
import type { Alike, RecipeKind, RecipeStep } from '../../../generators/index.ts'
import { accountIn, accountInEveryLanguage, languageNames, RecipeError } from '../../../generators/index.ts'
import type { Json } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { runProject } from '../../steps/run-feature.ts'

// Recipes that can be played, as scenarios; the real suite plays them and leaves its own recipe of each in an observation.

const ruleFiles: Readonly<Record<string, string>> = {
  'rules/one.yml': ruleText('One', "Image|endswith: '\\a.exe'"),
  'rules/two.yml': ruleText('Two "quoted"', "User|contains: 'ann'"),
}
const correlation =
  'title: Many\ncorrelation:\n    type: event_count\n    rules: [one]\n    group-by: [User]\n    timespan: 1h\n    condition: {gte: 5}\n'

function ruleText(title: string, matcher: string): string {
  const name = title.startsWith('One') ? 'one' : 'two'
  return `title: '${title}'\nname: ${name}\nlogsource: {product: windows, category: process_creation}\ndetection:\n    selection:\n        ${matcher}\n    condition: selection\n`
}

const [one, two] = ['rules/one.yml', 'rules/two.yml'] as const
const titles: Readonly<Record<string, string>> = { [one]: 'One', [two]: 'Two "quoted"' }

/** Pieces that mean something to Gherkin, to a table, to a doc string, to a step or to whoever reads it. */
const pieces = [
  ...['|', '\\', '\\n', '\\|', '"', "'", '"""', '```', '#', '@tag', '<Image>', '<', '{int}', '$&', '\t', ' ', '\u00a0'],
  ...['\u0085', '\u0000', '\u202e', '\u2028', 'é', '𝒳', '5', 'true', 'null', '""', "''", 'a\\b', 'Then no rule fires'],
]
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((texts) => texts.join(''))
const withoutBothQuotes = text.filter((each) => !(each.includes('"') && each.includes("'")))
const lines = fc
  .array(text, { minLength: 2, maxLength: 3 })
  .map((texts) => texts.join('\n'))
  .filter((each) => !(each.includes('"""') && /^\s*```/m.test(each)))
const duration = fc
  .oneof(
    fc.nat(200),
    fc.nat(48).map((hours) => hours * 3_600),
  )
  .map((seconds) => seconds * 1_000)
const accounts = fc.oneof(
  fc.constantFrom('SYSTEM', 'LOCAL SERVICE', 'NETWORK SERVICE').map((each) => accountInEveryLanguage(each).names),
  fc.constantFrom(...languageNames).map((language) => verified('NETWORK SERVICE', language)),
)

function verified(account: string, language: string): readonly string[] {
  try {
    return [accountIn(account, language)]
  } catch (error) {
    if (error instanceof RecipeError) return [accountIn(account, 'English')]
    throw error
  }
}

/** Every kind of change, on fields that no other change of a recipe is about. */
const changesOfProcess: { readonly [Kind in RecipeKind]?: fc.Arbitrary<RecipeStep<Kind>> } = {
  set: fc
    .tuple(fc.constantFrom('Company', 'CurrentDirectory', 'Description'), valuesOf(text, null))
    .map(([field, values]) => ({ kind: 'set', field, values })),
  account: accounts.map((names) => ({ kind: 'account', field: 'User', accounts: names })),
  remove: fc.constantFrom('Product', 'FileVersion').map((field) => ({ kind: 'remove', field })),
  replace: withoutBothQuotes.map((replacement) => ({
    kind: 'replace',
    field: 'CommandLine',
    found: 'found',
    replacement,
  })),
  shorten: fc.constant({ kind: 'shorten', field: 'ParentCommandLine', text: 'short' }),
  'letter-case': fc
    .constantFrom('upper' as const, 'lower' as const)
    .map((letterCase) => ({ kind: 'letter-case', field: 'ParentImage', letterCase })),
}
const network = fc.constantFrom('10.0.0.0/8', 'fd00::/8', '192.168.1.7/32', '2001:db8::/64')
const networks = fc.uniqueArray(network, { minLength: 1, maxLength: 2 })
const changesOfConnection: { readonly [Kind in RecipeKind]?: fc.Arbitrary<RecipeStep<Kind>> } = {
  inside: networks.map((each) => ({ kind: 'inside', field: 'SourceIp', networks: each, chance: '' })),
  outside: networks.map((each) => ({ kind: 'outside', field: 'DestinationIp', networks: each })),
}

/** Of one value every kind of it can be said, of several no null and no text of several lines. */
function valuesOf(texts: fc.Arbitrary<string>, others: fc.Arbitrary<Json> | null): fc.Arbitrary<readonly Json[]> {
  const oneValue: fc.Arbitrary<Json> = fc.oneof(
    texts,
    lines,
    fc.constantFrom<Json>(null, ''),
    ...(others === null ? [] : [others]),
  )
  const ofList: fc.Arbitrary<Json> = fc.oneof(texts, fc.constant(''), ...(others === null ? [] : [others]))
  return fc.oneof(
    oneValue.map((value) => [value]),
    fc.uniqueArray(ofList, { minLength: 2, maxLength: 4, selector: (value) => JSON.stringify(value) }),
  )
}

const bare = fc.oneof(fc.integer(), fc.constantFrom(0.5, -12.25), fc.boolean())
/** A value in a document: any text and number comes back (round-trip.test.ts). */
const document: fc.Arbitrary<Json> = fc.oneof(text, bare, fc.constant(null), fc.array(text), fc.record({ x: text }))

function someOf(arbitraries: readonly fc.Arbitrary<RecipeStep>[]): fc.Arbitrary<readonly RecipeStep[]> {
  return fc
    .tuple(fc.shuffledSubarray([...arbitraries.keys()]), fc.tuple(...arbitraries))
    .map(([chosen, made]) => chosen.flatMap((at) => made[at] ?? []))
}

/** An event step with the changes that follow it. */
function act(underTest: readonly string[], hasCorrelation: boolean): fc.Arbitrary<readonly RecipeStep[]> {
  const alikeWhere = (isCounted: boolean): { readonly alike?: readonly Alike[] } =>
    hasCorrelation && isCounted ? { alike: [{ group: 'User', field: 'User' }] } : {}
  const solvedFor = fc
    .oneof(
      fc.record({ rules: fc.constant(underTest), count: fc.constantFrom(1, 2), isVia: fc.constant(false) }),
      fc.record({ rules: fc.constant(underTest), count: fc.constant(1), isVia: fc.constant(true) }),
      fc.record({
        rules: fc.constantFrom<readonly string[]>([one], [two]),
        count: fc.constantFrom(1, 3),
        isVia: fc.constant(false),
      }),
    )
    .chain(({ rules, count, isVia }) =>
      fc.option(duration, { nil: undefined }).map((within): RecipeStep => {
        const isTimed = rules.length === 1 && count > 1 && within !== undefined && !isVia
        return {
          kind: 'solved',
          rules,
          goal: isVia ? { kind: 'fires-via', part: 'selection' } : { kind: 'fires' },
          count,
          chance: '',
          ...(isTimed ? { within } : {}),
          ...alikeWhere(rules.includes(one)),
        }
      }),
    )
  const row = fc.record(
    { Company: text, Description: fc.oneof(text, fc.constant('')), ProcessId: fc.nat(60_000) },
    { requiredKeys: [] },
  )
  const fixed = { CommandLine: 'a found b', ParentCommandLine: 'a short b', ParentImage: 'C:\\Windows\\explorer.exe' }
  const composed = (eventId: number, rows: fc.Arbitrary<readonly Readonly<Record<string, Json>>[]>) =>
    fc
      .tuple(rows, fc.boolean(), fc.array(duration, { minLength: 3, maxLength: 3 }))
      .map(([made, isTimed, times]): RecipeStep => {
        const isBenign = made.length === 1 && Object.keys(made[0] ?? {}).length === 0 && !isTimed && !hasCorrelation
        return {
          kind: 'composed',
          eventId,
          rows: made,
          chance: '',
          ...(isTimed ? { offsets: made.map((_, at) => times[at] ?? 0) } : {}),
          ...alikeWhere(!isBenign),
        }
      })
  const processes = composed(
    1,
    fc.array(
      row.map((each) => ({ ...fixed, ...each })),
      { minLength: 1, maxLength: 3 },
    ),
  )
  const bareProcesses = composed(1, fc.array(row, { minLength: 1, maxLength: 3 }))
  const connections = composed(
    3,
    fc.array(fc.record({ DestinationPort: fc.nat(65_535) }, { requiredKeys: [] }), { minLength: 1, maxLength: 2 }),
  )
  const verbatim = fc
    .dictionary(fc.constantFrom('a', 'b', '"', 'é'), document, { maxKeys: 3 })
    .map((own): RecipeStep => {
      const fields: Readonly<Record<string, Json>> = JSON.parse(
        JSON.stringify({ EventID: 77, Channel: 'Own', x: 'y', ...own }),
      )
      return { kind: 'verbatim', events: [{ origin: { channel: 'Own', provider: null, eventId: '77' }, fields }] }
    })
  const setOwn = fc
    .tuple(fc.constantFrom('x', 'EventID'), valuesOf(text, bare))
    .map(([field, values]): RecipeStep => ({ kind: 'set', field, values }))
  const followedBy = (made: fc.Arbitrary<RecipeStep>, changes: readonly fc.Arbitrary<RecipeStep>[]) =>
    fc.tuple(made, someOf(changes)).map(([first, rest]) => [first, ...rest])
  return fc.oneof(
    followedBy(solvedFor, []),
    followedBy(processes, Object.values(changesOfProcess)),
    followedBy(bareProcesses, []),
    followedBy(connections, Object.values(changesOfConnection)),
    followedBy(verbatim, [setOwn]),
  )
}

interface Trial {
  readonly underTest: readonly string[]
  readonly steps: readonly RecipeStep[]
}

function trials(hasCorrelation: boolean): fc.Arbitrary<Trial> {
  return fc.constantFrom([one], [one, two]).chain((underTest) => {
    const pass = duration.map((each): RecipeStep => ({ kind: 'pass', duration: each }))
    const more = fc.array(fc.tuple(pass, act(underTest, hasCorrelation)), { maxLength: 1 })
    return fc.tuple(act(underTest, hasCorrelation), more).map(([first, rest]) => ({
      underTest,
      steps: [...first, ...rest.flatMap(([passed, then]) => [passed, ...then])],
    }))
  })
}

function scenarioOf({ underTest, steps }: Trial, at: number): string {
  const nameOf = (key: string): string => titles[key] ?? key
  const written = recipeInWords({ seed: 'sigmaproof', steps }, { underTest, nameOf }, '    ')
  assert.ok(written !== null, JSON.stringify(steps))
  const rules = underTest.map((key) => `      | ${nameOf(key)} |`)
  return [
    `  Scenario: ${at}`,
    '    Given these rules:',
    ...rules,
    ...written,
    '    Then the rule "One" is silent',
    '',
  ].join('\n')
}

/** Without what follows from where a step, and the project, stand. */
function told(step: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify({ ...step, chance: undefined }), (_, value) =>
    typeof value === 'string' ? value.replace(/^.*\/(?=rules\/(?:one|two)\.yml$)/, '') : value,
  )
}

describe('a recipe in words is read as the same recipe, every kind of step', () => {
  for (const hasCorrelation of [false, true]) {
    test(hasCorrelation ? 'where a correlation counts' : 'where none does', async () => {
      const made = fc.sample(trials(hasCorrelation), { numRuns: 150, seed: hasCorrelation ? 5 : 3 })
      const kinds = new Set(made.flatMap(({ steps }) => steps.map(({ kind }) => kind)))
      assert.deepEqual([...kinds].sort(), allKinds)
      const feature = ['Feature: Recipes', '', ...made.map(scenarioOf)].join('\n')
      const rules = { ...ruleFiles, ...(hasCorrelation ? { 'rules/many.yml': correlation } : {}) }
      const results = await runProject({ files: { ...rules, 'features/recipes.feature': feature } })
      const read = new Map(results.map(({ name, observations, messages }) => [name, { observations, messages }]))
      for (const [at, { steps }] of made.entries()) {
        const { observations, messages } = read.get(String(at)) ?? { observations: [], messages: [] }
        assert.equal(observations.length, 1, `${messages[0]}\n${feature.split('  Scenario: ')[at + 1]}`)
        assert.deepEqual(
          observations[0]?.recipe.steps.map(told),
          steps.map(told),
          feature.split('  Scenario: ')[at + 1],
        )
      }
    })
  }
})

const kindsOfAll: Readonly<Record<RecipeKind, true>> = {
  solved: true,
  composed: true,
  verbatim: true,
  pass: true,
  set: true,
  account: true,
  remove: true,
  inside: true,
  outside: true,
  replace: true,
  shorten: true,
  'letter-case': true,
}
const allKinds = Object.keys(kindsOfAll).sort()

const unsayable: readonly (readonly [string, RecipeStep])[] = [
  ['a list as a value', { kind: 'set', field: 'A', values: [['x']] }],
  ['null among several values', { kind: 'set', field: 'A', values: [null, 'x'] }],
  ['a text of several lines among several values', { kind: 'set', field: 'A', values: ['x\ny', 'x'] }],
  ['both delimiters of doc strings', { kind: 'set', field: 'A', values: ['"""\n```'] }],
  ['no value', { kind: 'set', field: 'A', values: [] }],
  ['a text with a carriage return', { kind: 'set', field: 'A', values: ['x\r\ny'] }],
  [
    'a text with both quotes and several lines to replace',
    { kind: 'replace', field: 'A', found: `"'`, replacement: '' },
  ],
  ['a field with both quotes', { kind: 'remove', field: `"'` }],
  ['accounts that are none of a language', { kind: 'account', field: 'A', accounts: ['CONTOSO\\anna'] }],
  ['half a second', { kind: 'pass', duration: 500 }],
  ['two events as they are', { kind: 'verbatim', events: [] }],
  ['null in a table', { kind: 'composed', eventId: 1, rows: [{ Image: null }], chance: '' }],
  [
    'two rules that are not under test',
    { kind: 'solved', rules: [two, one], goal: { kind: 'fires' }, count: 1, chance: '' },
  ],
]
for (const [what, step] of unsayable) {
  test(`no step says ${what}`, () => {
    const rules = { underTest: [one], nameOf: (key: string) => key }
    assert.equal(recipeInWords({ seed: '', steps: [step] }, rules, ''), null)
  })
}
