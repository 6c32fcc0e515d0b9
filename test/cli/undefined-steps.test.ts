import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ourDefinition } from '../../reports/run/scenario-conduct.ts'
import { patterns } from '../../steps/patterns.ts'
import { curlRule, type Outcome, temporaryProject } from './temporary-project.ts'

const undefinedSteps = `  Scenario: Undefined
    Given an matching event
    Then I have 5 cucumbers
    And its Image should be "x"
`

const project = temporaryProject({
  'rules/curl.yml': curlRule,
  'features/examples.feature': `Feature: Examples\n\n  Scenario: Every pattern\n${patterns
    .map(({ example }) => `    ${example}`)
    .join('\n')}\n`,
  'features/undefined.feature': `Feature: Undefined\n\n${undefinedSteps}`,
})

/** As much of Cucumber's messages as is looked at. */
interface Message {
  readonly stepDefinition?: {
    readonly id: string
    readonly pattern: { readonly source: string }
    readonly sourceReference: { readonly uri: string }
  }
  readonly testCase?: { readonly testSteps: readonly { readonly stepDefinitionIds?: readonly string[] }[] }
  readonly suggestion?: { readonly snippets: readonly { readonly code: string }[] }
}

describe('steps that nobody defined', () => {
  let run: Outcome
  let messages: readonly Message[]
  before(async () => {
    run = await project.run('test')
    messages = project
      .read('out/messages.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  })

  test('are answered with the nearest patterns, each with an example', () => {
    assert.match(
      run.stderr,
      /^sigmaproof has no step: an matching event\nThe nearest that it has, each with an example:\n(?: {2}\S.*\n {6}Given .*\n){3}/m,
    )
    assert.match(run.stderr, /^ {2}a matching event\n {6}Given a matching event\n/m)
    assert.match(run.stderr, /^sigmaproof has no step: its Image should be \{string\}\n/m)
  })

  test("but somebody else's with Cucumber's code", () => {
    assert.match(run.stderr, /^Then\('I have \{int\} cucumbers', function \(int\) \{/m)
    assert.doesNotMatch(run.stderr, /has no step: I have/)
    assert.doesNotMatch(run.stderr, /Given\('an matching event'/)
  })

  test('are told once, however Cucumber spells their numbers', () => {
    assert.equal(run.stderr.match(/has no step: its Image/g)?.length, 1)
  })

  test('the list of patterns is that of the steps, and each example is read by its own alone', () => {
    const defined = new Map(
      messages.flatMap(({ stepDefinition }) =>
        stepDefinition ? [[stepDefinition.id, stepDefinition.pattern.source]] : [],
      ),
    )
    assert.deepEqual([...defined.values()].toSorted(), patterns.map(({ pattern }) => pattern).toSorted())
    const cases = messages.flatMap(({ testCase }) => (testCase ? [testCase] : []))
    const read = cases.map(({ testSteps }) =>
      testSteps.flatMap(({ stepDefinitionIds }) =>
        stepDefinitionIds === undefined ? [] : [stepDefinitionIds.map((id) => defined.get(id))],
      ),
    )
    const all = read.find((steps) => steps.length === patterns.length)
    assert.deepEqual(
      all,
      patterns.map(({ pattern }) => [pattern]),
    )
  })

  test('reports know each of our steps by where it is defined, and those that judge', () => {
    const kinds = messages.flatMap(({ stepDefinition }) =>
      stepDefinition
        ? [[stepDefinition.pattern.source, ourDefinition(stepDefinition.sourceReference.uri)] as const]
        : [],
    )
    assert.deepEqual(
      Object.fromEntries(kinds),
      Object.fromEntries(patterns.map(({ pattern, keyword }) => [pattern, keyword === 'Then' ? 'judging' : 'other'])),
    )
  })
})

test('plain Cucumber says the same with our snippets in its configuration', () => {
  const repository = fileURLToPath(new URL('../..', import.meta.url))
  const manifest = createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json')
  const argv = [
    join(dirname(manifest), 'bin/cucumber.js'),
    ...['--import', join(repository, 'steps/index.ts'), '--format', 'summary'],
    ...['--format-options', JSON.stringify({ snippetSyntax: `file://${repository}steps/snippet-syntax.ts` })],
    'features/undefined.feature',
  ]
  const { stdout } = spawnSync(process.execPath, argv, { cwd: project.root, encoding: 'utf8' })
  assert.match(stdout, /^sigmaproof has no step: an matching event$/m)
  assert.match(stdout, /^Then\('I have \{int\} cucumbers'/m)
})
