import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Rule } from '../../sigma/index.ts'
import { loadRules } from '../../sources/index.ts'
import { runFeatures, type ScenarioResult } from '../steps/run-feature.ts'
import { editsOf, type RuleEdit } from './rule-edits.ts'

// Each value and each filter of each rule file is broken in a copy, and the rule's own feature has to turn red. All of it
// takes minutes: SIGMAPROOF_LONG=1 asks for it, else a sample that is the same in every run.
const long = process.env.SIGMAPROOF_LONG === '1'
const sampled = 12

const { rules } = loadRules(process.cwd(), ['rules'])

/** A rule's feature stands beside it: the same path under another root. */
function featureOf(rule: Rule): string {
  return `features/${rule.key.replace(/\.ya?ml$/, '.feature')}`
}

async function runOn(rule: Rule, text: string): Promise<readonly ScenarioResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sigmaproof-broken-'))
  try {
    cpSync('rules', join(folder, 'rules'), { recursive: true })
    writeFileSync(join(folder, rule.source.path), text)
    return await runFeatures(process.cwd(), [featureOf(rule)], { rules: [join(folder, 'rules')] })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

for (const rule of rules) {
  test(`${rule.key} has a feature beside it, green on an untouched copy`, async () => {
    assert.ok(existsSync(featureOf(rule)), featureOf(rule))
    const results = await runOn(rule, rule.source.text)
    assert.deepEqual(
      results.filter(({ status }) => status !== 'PASSED').map(({ name, messages }) => ({ name, messages })),
      [],
    )
  })
}

test('correcting a rule closes its known gaps', async () => {
  const rule = rules.find(({ title }) => title === 'Potential Remote PowerShell Session Initiated')
  assert.ok(rule)
  const corrected = rule.source.text.replace(
    /^( +)- 'NETZWERKDIENST'$/m,
    "$&\n$1- 'SERVIÇO DE REDE'\n$1- 'Netwerkservice'",
  )
  const results = await runOn(rule, corrected)
  const red = results.filter(({ status }) => status !== 'PASSED')
  assert.deepEqual(
    red.map(({ name, messages }) => [name, messages[0]?.split('\n')[0]]),
    ['Portuguese (Brazil)', 'Portuguese (Portugal)', 'Dutch'].map((language) => [
      `NETWORK SERVICE on ${language} Windows`,
      'gap closed',
    ]),
  )
})

const edits = rules.flatMap(editsOf)

test('the sweep reaches every rule, every value and every filter', () => {
  assert.equal(new Set(edits.map(({ rule }) => rule.key)).size, rules.length)
  assert.deepEqual(
    edits.filter(({ rule, text }) => rule.source.text === text).map(({ label }) => label),
    [],
  )
})

/** What a reader sees first: the first line and what decides. The whole tree names every field anyway. */
function beforeTree(message: string): string {
  return message.split(/^[✓✗]/m)[0] ?? ''
}

function order({ rule, label }: RuleEdit): string {
  return createHash('sha256').update(`${rule.key} ${label}`).digest('hex')
}
const chosen = long ? edits : edits.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, sampled)

for (const { rule, label, text, names } of chosen) {
  test(`notices ${rule.source.path.split('/').at(-1)}, ${label}`, async (t) => {
    const results = await runOn(rule, text)
    const red = results.filter(({ status }) => status === 'FAILED')
    const messages = red.flatMap((result) => result.messages)
    const telling = messages.filter((message) => names.some((name) => beforeTree(message).includes(name)))
    const [first] = telling
    t.diagnostic(`${label}: ${red.length} of ${results.length} red; ${first?.split('\n')[0] ?? 'nothing names it'}`)
    assert.ok(red.length > 0, 'the suite stays green')
    assert.ok(telling.length > 0, `no failure names ${names.join(' or ')}:\n${messages[0]}`)
  })
}
