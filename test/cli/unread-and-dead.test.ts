import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readReport } from '../../reports/index.ts'
import { curlFeature, curlRule, type Project, temporaryProject } from './temporary-project.ts'

const thresholds = 'thresholds: { outcomes: 100, values: 50, mutation: { break: 90 } }\nrequire: { scenarios: true }\n'

/** Scenarios that hold, all of them but the last one written by a program. */
const unread = curlFeature
  .replaceAll('  Scenario: ', '  @unread\n  Scenario: ')
  .replace('@unread\n  Scenario: Another', 'Scenario: Another')

describe('scenarios that nobody has read', () => {
  const project = temporaryProject({
    'rules/curl.yml': curlRule,
    'features/curl.feature': unread,
    'sigmaproof.yml': thresholds,
  })

  test('run, are told apart, and meet no threshold', async () => {
    const { code, stdout } = await project.run('test', '--mutate')
    assert.equal(code, 1)
    const report = readReport(project.read('out/report.json'), 'report')
    const { covered, read, total } = report.totals.coverage.outcomes
    assert.deepEqual([covered, read, total], [2, 1, 2])
    assert.match(stdout, /outcomes 100 %, of it 50 % unread \(2\/2\)/)
    assert.match(stdout, /✗ outcomes 50 % \(1\/2\), 100 % wanted/)
    assert.match(stdout, /✗ rules with a firing and a silent scenario 0 % \(0\/1\)/)
    assert.match(stdout, /mutation score \d+ %, of it \d+ % unread/)
    assert.match(stdout, /the mutation score is below the 90 %/)
    const listed = report.findings.flatMap((each) => (each.kind === 'unread-scenario' ? [each.name] : []))
    assert.deepEqual(listed, ['Curl by a user', 'The updater is left alone'])
  })

  test('count where the configuration says so', async () => {
    project.put({ 'sigmaproof.yml': `${thresholds}unread: counts\n` })
    const { code, stdout, stderr } = await project.run('test')
    assert.equal(code, 0, stdout)
    assert.match(stdout, /✓ outcomes 100 % \(2\/2\)/)
    assert.match(stderr, /The mutation score, 90 % wanted, was not judged/)
    project.put({ 'sigmaproof.yml': 'unread: yes please\n' })
    assert.equal((await project.runHere('test')).code, 3)
  })
})

/** Never both, by logic; a path that no registry event of Sysmon has; a field that another agent writes. */
const detections = {
  logic: `detection:
    selection:
        Image: 'C:\\a.exe'
    other:
        Image: 'C:\\a.exe'
    condition: selection and not other`,
  source: `detection:
    selection:
        Image|endswith: '\\a.exe'
    other:
        Image: 'C:\\b.exe'
    condition: selection and other`,
  foreign: `detection:
    selection:
        Image|endswith: '\\a.exe'
        WrittenByAnotherAgent: 'yes'
    condition: selection`,
} as const

function projectWith(detection: string, configuration = ''): Project {
  return temporaryProject({
    'rules/dead.yml': `title: Dead\nlogsource:\n    category: process_creation\n    product: windows\n${detection}\n`,
    'features/dead.feature': `Feature: Dead
  Scenario: Another program
    Given the rule "Dead"
    And a process creation event with:
      | Image | C:\\\\c.exe |
    Then the rule is silent
`,
    ...(configuration !== '' && { 'sigmaproof.yml': configuration }),
  })
}

describe('a rule that scenarios name and that can never fire', () => {
  const kinds: readonly (readonly [keyof typeof detections, string, number])[] = [
    ['logic', 'never-fires', 1],
    ['source', 'never-fires', 1],
    ['foreign', 'never-fires-here', 0],
  ]
  for (const [world, kind, wanted] of kinds) {
    test(`by ${world}: ${kind}, exit ${wanted}`, async () => {
      const project = projectWith(detections[world])
      const { code, stdout } = await project.run('test')
      const { findings } = readReport(project.read('out/report.json'), 'report')
      assert.deepEqual(
        findings.flatMap((each) => (each.kind.startsWith('never-fires') ? [each.kind] : [])),
        [kind],
        stdout,
      )
      assert.equal(code, wanted)
    })
  }

  test('is allowed by name with a reason, and under no other name', async () => {
    const allowed = projectWith(detections.source, 'neverFires:\n  - { rule: Dead, reason: kept for its history }\n')
    const { code, stdout } = await allowed.run('test')
    assert.equal(code, 0)
    assert.match(stdout.replaceAll(/\s+/g, ' '), /can never fire: .*Allowed: kept for its history/)
    allowed.put({ 'sigmaproof.yml': 'neverFires:\n  - { rule: Deed, reason: kept }\n' })
    const unknown = await allowed.run('test')
    assert.equal(unknown.code, 3)
    assert.match(unknown.stderr, /neverFires: no rule is called "Deed"/)
    allowed.put({ 'sigmaproof.yml': 'neverFires:\n  - { rule: Dead }\n' })
    assert.equal((await allowed.runHere('test')).code, 3)
  })
})
