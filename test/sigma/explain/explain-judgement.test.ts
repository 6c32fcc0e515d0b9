import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventOf, explainJudgement, judge, readRules, sourceOf, verdictInWords } from '../../../sigma/index.ts'

const text = `title: Sessions
logsource: {product: windows, category: network_connection}
detection:
  selection:
    Port: [5985, 5986]
  filter:
    User|contains:
      - NETWORK SERVICE
      - NETZWERKDIENSTE
  condition: selection and not filter
`
const [rule] = readRules(sourceOf('rules/sessions.yml', text)).rules
assert.ok(rule)
const fields = { Port: 5985, User: 'NT-AUTORITÄT\\Netzwerkdienst' }

test('what was asked about comes first, the value most like the event before the others', () => {
  const explanation = explainJudgement(rule, fields, judge(rule, eventOf(fields)), ['filter'])
  assert.equal(
    explanation,
    String.raw`User is "NT-AUTORITÄT\Netzwerkdienst", which does not match (rules/sessions.yml:9:9):
  9 |       - NETZWERKDIENSTE
    |         ^^^^^^^^^^^^^^^

User is "NT-AUTORITÄT\Netzwerkdienst", which does not match (rules/sessions.yml:8:9):
  8 |       - NETWORK SERVICE
    |         ^^^^^^^^^^^^^^^

Port is 5985, which matches (rules/sessions.yml:5:12):
  5 |     Port: [5985, 5986]
    |            ^^^^

✓ selection and not filter
  ✓ selection
    ✓ Port: the event has 5985
      ✓ "5985"
      ✗ "5986"
  ✓ not filter
    ✗ filter (filter)
      ✗ User|contains: the event has "NT-AUTORITÄT\Netzwerkdienst"
        ✗ "NETWORK SERVICE"
        ✗ "NETZWERKDIENSTE"`,
  )
})

test('a list of thousands shows what matched and the first that did not', () => {
  const values = Array.from({ length: 4_000 }, (_, index) => `v${index}`)
  const many = `title: Many\nlogsource: {category: x}\ndetection:\n  selection: {A: [${values.join(', ')}]}\n  condition: selection\n`
  const [long] = readRules(sourceOf('rules/many.yml', many)).rules
  assert.ok(long)
  const lines = explainJudgement(long, { A: 'v3000' }, judge(long, eventOf({ A: 'v3000' }))).split('\n')
  assert.ok(lines.length < 30)
  assert.ok(lines.includes('      ✓ "v3000"') || lines.includes('    ✓ "v3000"'))
  assert.ok(lines.some((line) => line.endsWith('... 3991 more values do not match')))
})

test('each verdict has its words', () => {
  const words = [
    fields,
    { Port: 1, User: 'anna' },
    { Port: 5985, User: 'NETWORK SERVICE' },
    { EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational' },
  ].map((event) => verdictInWords(judge(rule, eventOf(event))))
  assert.deepEqual(words.slice(0, 3), ['fires', 'is silent because Port does not match', 'is suppressed by filter'])
  assert.match(words[3] ?? '', /^is silent because of its log source \(.*network_connection.*process_creation.*\)$/)
})
