import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { curlRule, type Project, temporaryProject } from './temporary-project.ts'

const require = createRequire(import.meta.url)
const cucumberJs = join(require.resolve('@cucumber/cucumber/package.json'), '../bin/cucumber.js')
const sigmaproof = fileURLToPath(new URL('../../cli/bin.js', import.meta.url))
const cucumber = pathToFileURL(require.resolve('@cucumber/cucumber')).href

/** A way in which the second scenario of a suite ends; the first one passes. */
interface Way {
  readonly name: string
  /** The second scenario: its tags, its description, its steps. */
  readonly tags?: string
  readonly description?: string
  readonly steps?: readonly string[]
  /** Of the first scenario, where it is not to pass. */
  readonly firstTags?: string
  /** The user's code. */
  readonly code?: string
  /** What the user's Cucumber configuration says beside what every project's does. */
  readonly configuration?: object
  /** Arguments of every command that runs. */
  readonly argv?: readonly string[]
  /** What of the suite every command runs; else `--shard` runs the second scenario, and the others all. */
  readonly shard?: string
  /** The messages of that shard are reported as those of the whole. */
  readonly isLost?: boolean
  /** Several processes and shards are tried with it in every run of the tests; with the others where all cells are asked for. */
  readonly isTriedEverywhere?: boolean
  /** Whoever reads the output leaves at once. */
  readonly isClosed?: boolean
  /** The exit codes, in the order of {@link cells}; null where there is nothing to ask. */
  readonly codes: readonly (number | null)[]
}

/**
 * Several processes and a shard come to their exit code as one process does, by the report of what was merged: each is tried
 * with a few ways, and with all of them under SIGMAPROOF_CELLS=all.
 */
const triesAll = process.env.SIGMAPROOF_CELLS === 'all'

/** How the suite is run, or its messages reported: by a shard, those of that shard alone, else those of plain cucumber-js. */
const cells = ['test', 'test --jobs 2', 'test --shard', 'report', 'cucumber-js'] as const

const judged = ['And a matching event', 'When its User is "CONTOSO\\nina"', 'Then the rule fires']
const wrong = [...judged.slice(0, -1), 'Then the rule is silent']
const red = [1, 1, 1, 1, 1]
const green = [0, 0, 0, 0, 0]

const ways: readonly Way[] = [
  { name: 'a hook skips it', tags: '@other', code: `Before({ tags: '@other' }, () => 'skipped')`, codes: red },
  {
    name: 'a hook that stands before ours skips it, and it would fail',
    isTriedEverywhere: true,
    steps: wrong,
    code: `Before({ tags: '@other' }, () => 'skipped')`,
    tags: '@other',
    codes: red,
  },
  { name: 'a step skips it', steps: ['And not today', ...judged], codes: red },
  {
    name: 'what is wrapped around its steps skips it',
    steps: wrong,
    code: `setDefinitionFunctionWrapper((own) => /ruleIsSilent/.test(own) ? () => 'skipped' : own)`,
    codes: red,
  },
  {
    name: 'what is wrapped around its steps runs nothing',
    steps: wrong,
    code: `setDefinitionFunctionWrapper((own) => /ruleIsSilent/.test(own) ? () => undefined : own)`,
    codes: red,
  },
  {
    name: 'what is wrapped around its steps takes their errors',
    isTriedEverywhere: true,
    steps: wrong,
    code: `setDefinitionFunctionWrapper((own) => /ruleIsSilent/.test(own)
      ? function (...given) { try { return own.apply(this, given) } catch {} } : own)`,
    codes: red,
  },
  {
    name: 'it is pending',
    steps: [...judged, 'And something to do later'],
    configuration: { strict: false },
    codes: red,
  },
  { name: 'a step of it is undefined', steps: [...judged, 'Then the rule explodes'], codes: red },
  {
    name: 'a step of it is ambiguous',
    steps: [...judged.slice(0, -1), 'Then "Download With Curl" is what fires'],
    code: `Then('{string} is what fires', () => {}); Then('"Download With Curl" is what fires', () => {})`,
    codes: red,
  },
  {
    name: 'it fails, and is skipped when it is tried again',
    steps: wrong,
    tags: '@other',
    code: `let tries = 0; Before({ tags: '@other' }, () => { tries += 1; return tries > 1 ? 'skipped' : undefined })`,
    configuration: { retry: 1 },
    codes: red,
  },
  {
    name: 'the World attaches nothing',
    code: `setWorldConstructor(class extends World { constructor(given) { super(given); this.attach = () => undefined } })`,
    steps: wrong.slice(0, -1).concat('Then the rule fires'),
    codes: red,
  },
  { name: '@skip without a reason', tags: '@skip', codes: red },
  { name: 'the run is a dry one', configuration: { dryRun: true }, codes: [3, 3, 3, 3, 0] },
  {
    name: 'the process ends',
    isTriedEverywhere: true,
    tags: '@other',
    code: `Before({ tags: '@other' }, () => process.exit(0))`,
    codes: [1, 1, 1, 2, 1],
  },
  { name: 'it fails, and nobody reads the output', steps: wrong, isClosed: true, codes: red },
  { name: 'it passes, and nobody reads the output', isClosed: true, codes: green },
  { name: '@skip with a reason', tags: '@skip', description: 'The driver is not there yet.', codes: green },
  {
    name: 'all are skipped with a reason',
    isTriedEverywhere: true,
    tags: '@skip',
    firstTags: '@skip',
    description: 'The driver is not there yet.',
    codes: [3, 3, 3, 3, 1],
  },
  { name: 'none is selected', argv: ['--tags', '@nowhere'], codes: [3, 3, 3, 3, 1] },
  { name: 'it is in a shard that is lost', shard: '1/2', isLost: true, codes: [null, 0, 0, 1, 0] },
  { name: 'no scenario falls to the shard', shard: '3/3', codes: [null, 0, 0, 3, 0], isTriedEverywhere: true },
  { name: 'it passes', codes: green },
  { name: 'it is somebody else’s, and skipped', steps: ['Given not today'], codes: green },
  {
    name: 'it is somebody else’s, and pending',
    steps: ['Given something to do later'],
    configuration: { strict: false },
    codes: green,
  },
  { name: 'it is somebody else’s, and undefined', steps: ['Given the moon'], codes: red },
]

function projectOf(way: Way): Project {
  const { steps = judged, description = '', tags = '', firstTags = '', code = '' } = way
  const scenario = (name: string, own: readonly string[], above: string): string => {
    const lines = own[0]?.startsWith('Given') ? own : ['Given the rule "Download With Curl"', ...own]
    const told = description === '' ? [] : [`    ${description}`]
    return [`  ${above}`, `  Scenario: ${name}`, ...told, ...lines.map((line) => `    ${line}`), ''].join('\n')
  }
  const made = temporaryProject({
    'rules/curl.yml': curlRule,
    'features/a.feature': `Feature: A\n${scenario('One', judged, firstTags)}\n${scenario('Two', steps, tags)}`,
    'code/steps.mjs': `import cucumber from '${cucumber}'
      const { Before, Given, Then, World, setDefinitionFunctionWrapper, setWorldConstructor } = cucumber
      Given('not today', () => 'skipped')
      Given('something to do later', () => 'pending')
      ${code}\n`,
  })
  const ours = (path: string): string =>
    relative(made.root, fileURLToPath(new URL(`../../${path}`, import.meta.url)))
      .split(sep)
      .join('/')
  const common = { import: ['code/steps.mjs'], ...way.configuration }
  const plain = {
    ...common,
    import: ['code/steps.mjs', ours('steps/index.ts')],
    format: [
      [`./${ours('reports/formatters/cucumber-formatter.ts')}`, 'plain/summary.txt'],
      ['message', 'plain.ndjson'],
    ],
    formatOptions: { sigmaproof: { out: 'plain' } },
  }
  made.put({ 'cucumber.json': JSON.stringify({ default: common }), 'plain.json': JSON.stringify({ default: plain }) })
  return made
}

async function codeOf(way: Way, made: Project, script: string, argv: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [script, ...argv], { cwd: made.root, stdio: ['ignore', 'pipe', 'ignore'] })
  if (way.isClosed) child.stdout.destroy()
  else child.stdout.resume()
  return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
}

async function codesOf(way: Way): Promise<readonly (number | null)[]> {
  const made = projectOf(way)
  const { argv = [], shard = '2/2', isLost = false, isTriedEverywhere = false } = way
  const isPart = way.shard !== undefined
  const sharded = isPart ? ['--shard', shard] : []
  const tries = triesAll || isTriedEverywhere
  const ours = (...given: readonly string[]) => codeOf(way, made, sigmaproof, given)
  const plain = await codeOf(way, made, cucumberJs, ['--config', 'plain.json', ...argv, ...sharded])
  const partial = isPart && !isLost ? ['--partial'] : []
  return [
    isPart ? null : await ours('test', '--out', 'one', ...argv),
    tries ? await ours('test', '--out', 'jobs', '--jobs', '2', ...argv, ...sharded) : null,
    tries ? await ours('test', '--out', 'shard', '--shard', shard, ...argv) : null,
    (await made.runHere('report', 'plain.ndjson', '--out', 'report', ...partial)).code,
    plain,
  ]
}

describe('the exit code, where a scenario', { concurrency: 2 }, () => {
  for (const way of ways) {
    test(way.name, async () => {
      const codes = await codesOf(way)
      const tried = cells.flatMap((cell, at) => (codes[at] == null ? [] : [[cell, codes[at], way.codes[at]] as const]))
      assert.deepEqual(
        Object.fromEntries(tried.map(([cell, code]) => [cell, code])),
        Object.fromEntries(tried.map(([cell, , wanted]) => [cell, wanted])),
      )
    })
  }
})
