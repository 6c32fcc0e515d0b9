import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { curlFeature, curlRule, type Project, temporaryProject } from './temporary-project.ts'

const other = curlRule.replace('Download With Curl', 'Another').replaceAll('curl', 'wget')
const broken = curlRule.replace('Download With Curl', 'Broken').replace('selection and', 'selction and')
const event = '{"EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "Image": "C:\\\\wget.exe"}\n'

const files = {
  'rules/curl.yml': curlRule,
  'rules/old/broken.yml': broken,
  'rules/old/deep/wget.yml': other,
  'features/curl.feature': curlFeature,
  'events.ndjson': event,
}

/** What each reader of the rules answers: its exit code, and whether it speaks of a rule that is left out. */
async function answers(project: Project): Promise<Readonly<Record<string, readonly [number | null, boolean]>>> {
  const runs = [
    ['check'],
    ['test', '--jobs', '1'],
    ['report', 'out/messages.ndjson'],
    ['mutate'],
    ['eval', 'events.ndjson'],
    ['generate', 'Download With Curl'],
  ] as const
  const found: Record<string, readonly [number | null, boolean]> = {}
  for (const argv of runs) {
    const { code, stdout, stderr } = await project.run(...argv)
    found[argv[0]] = [code, /Another|Broken/.test(stdout + stderr)]
  }
  return found
}

const clean = {
  check: [0, false],
  test: [0, false],
  report: [0, false],
  mutate: [0, false],
  eval: [0, false],
  generate: [0, false],
}

describe('every reader of the rules leaves out', () => {
  test('nothing that is not named', async () => {
    const found = await answers(temporaryProject(files))
    assert.deepEqual(
      Object.values(found).map(([code, speaks]) => code === 2 || speaks),
      [true, true, true, true, true, false],
    )
  })

  const configurations: Readonly<Record<string, string>> = {
    'what exclude names': 'exclude: rules/old\n',
    'the globs of exclude': 'exclude: ["**/broken.yml", "rules/**/deep/*"]\n',
    'what the rules name with !': 'rules: [rules, "!rules/old/**"]\n',
  }
  for (const [name, text] of Object.entries(configurations)) {
    test(name, async () => {
      assert.deepEqual(await answers(temporaryProject({ ...files, 'sigmaproof.yml': text })), clean)
    })
  }
})

describe('on the command line', () => {
  test('!glob leaves out of the rules of the configuration, or of those beside it', async () => {
    const project = temporaryProject(files)
    assert.equal((await project.runHere('check', '!rules/old')).code, 0)
    assert.equal((await project.runHere('check', 'rules', '!rules/old/*')).code, 0)
    assert.equal((await project.runHere('check', '!rules/old/deep')).code, 2)
    assert.equal((await project.runHere('eval', 'events.ndjson', '--rules', '!rules/old/*')).stdout, '')
    assert.match((await project.runHere('eval', 'events.ndjson', '--rules', '!rules/old/broken.yml')).stdout, /Another/)
  })

  test('a rule of a file that is left out cannot be asked for', async () => {
    const project = temporaryProject({ ...files, 'sigmaproof.yml': 'exclude: rules/old\n' })
    const { code, stderr } = await project.runHere('generate', 'rules/old/deep/wget.yml')
    assert.equal(code, 3)
    assert.match(stderr, /left out by "exclude" or "!"/)
  })
})
