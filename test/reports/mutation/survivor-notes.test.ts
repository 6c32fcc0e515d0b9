import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MutantState, MutationOperator } from '../../../measures/index.ts'
import { survivorNotes } from '../../../reports/formats/mutation/survivor-notes.ts'
import { assembleMutation, type MutationReport } from '../../../reports/index.ts'
import { eventOf } from '../../../sigma/index.ts'
import { mutantsIn } from '../../measures/mutation/mutants-in.ts'
import { aRule } from '../../measures/rule-factory.ts'

const options = { columns: 100, folder: 'target/mutation' }
const plain = (_: string, text: string) => text

const detection = `selection:
    Image|endswith:
${Array.from({ length: 20 }, (_, index) => `        - '\\tool${index}.exe'`).join('\n')}
    User: 'CONTOSO\\nina'
condition: selection`

/** What is left of a rule of twenty values where this came of all mutants. */
function ruleIn(stateOf: (index: number) => MutantState): MutationReport['rules'][number] {
  const rule = aRule(detection)
  const results = mutantsIn(rule).map(({ mutant }, index) => ({ mutant, state: stateOf(index) }))
  const [report] = assembleMutation([{ subject: rule, coveredBy: [], results }], [], new Map(), {
    high: 80,
    low: 60,
    break: null,
    unreadCounts: false,
  }).rules
  assert.ok(report !== undefined)
  return report
}

function survived(index: number): MutantState {
  return { kind: 'survived', witness: null, limit: null, suggestion: suggestionOf(index) }
}

function suggestionOf(index: number): Extract<MutantState, { kind: 'survived' }>['suggestion'] {
  return {
    rule: 'rules/sample.yml',
    title: { words: `It fires in case ${index}`, value: null },
    event: { kind: 'verbatim', events: [eventOf({ EventID: index })] },
    eventName: null,
    changes: [],
    expected: { kind: 'fires' },
    covers: [],
    kills: `${index}`,
    breaches: [],
  }
}

test('of many survivors a dozen is shown, of every operator some, and the others are counted', () => {
  const report = ruleIn(survived)
  const text = survivorNotes(report, options, plain)
  assert.equal(text.match(/^ {4}rules\/sample\.yml:\d+$/gm)?.length, 12)
  const counts = new Map<MutationOperator, number>()
  for (const { operator } of report.mutants) counts.set(operator, (counts.get(operator) ?? 0) + 1)
  assert.ok(counts.size > 3)
  const told = [...text.matchAll(/^ {2}[^ ].*?: (\d+)\n((?: {4}.*\n)*? {4}and (\d+) more)?/gm)]
  const most = [...counts.values()].filter((count) => count > 1)
  assert.deepEqual(
    told.map(([, count]) => Number(count)),
    most,
  )
  assert.match(text, / {4}and 1\d more\n/)
  assert.match(text, new RegExp(`^ {2}All ${report.mutants.length}: target/mutation/index\\.html$`, 'm'))
  const scenarios = text.match(/^ {2}Scenario: /gm)?.length ?? 0
  assert.equal(scenarios, 3)
  const rest = report.mutants.length - scenarios
  const more = `These kill some of them:[^]*and ${rest} more scenarios, all of them in target/mutation/suggestions/rules/sample\\.feature`
  assert.match(text.replaceAll(/\n {4}(?=\S*target|all|of|in)/g, ' '), new RegExp(more))
  assert.ok(text.split('\n').length < 120)
})

test('of few survivors all are shown with what kills them, and nothing is said of more', () => {
  const report = ruleIn((index) => (index < 2 ? survived(index) : { kind: 'no-coverage' }))
  const text = survivorNotes(report, options, plain)
  assert.match(
    text,
    /^"Sample": 2 mutants survived\n\n {2}a value of a list dropped: 2\n {4}rules\/sample\.yml:8\n {6}- /,
  )
  assert.match(text, /\n\n {2}These kill them:\n\n {2}@unread\n {2}Scenario: It fires in case 0\n/)
  assert.doesNotMatch(text, /more|All \d|target/)
  assert.equal(
    survivorNotes(
      ruleIn(() => ({ kind: 'no-coverage' })),
      options,
      plain,
    ),
    '',
  )
})

test('where the search for an event gave up it says so', () => {
  const open: MutantState = { kind: 'survived', witness: null, limit: 'after \u001b 3 steps', suggestion: null }
  const text = survivorNotes(
    ruleIn((index) => (index === 0 ? open : { kind: 'no-coverage' })),
    options,
    plain,
  )
  assert.match(text, / {6}no event found: gave up after \S+ 3 steps$/)
  assert.ok(!text.includes('\u001b') && !text.includes('kill'))
})
