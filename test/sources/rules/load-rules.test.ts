import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { loadRules, SourceError } from '../../../sources/index.ts'

let root = ''

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const head = 'logsource: {product: windows}\n'
const rule = `title: A rule\nname: own\n${head}detection: {sel: {A: 1}, condition: sel}\n`
const filter = `title: Fleet\n${head}filter: {rules: [own], fp: {B: 1}, condition: not fp}\n`
const correlation = 'title: Many\ncorrelation: {type: event_count, rules: [own], timespan: 5m, condition: {gte: 2}}\n'

suite('loadRules', () => {
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-load-')))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('makes one set of all files: filters and correlations know the rules of others', () => {
    put('rules/z.yml', rule)
    put('rules/filters/fleet.yml', filter)
    put('rules/correlations/many.yml', correlation)
    const { rules, correlations, unreported, problems, sources } = loadRules(root, ['rules'])
    assert.deepEqual(problems, [])
    assert.deepEqual(
      rules.map(({ key, filters }) => [key, filters.map((each) => each.key)]),
      [['rules/z.yml', ['rules/filters/fleet.yml']]],
    )
    assert.deepEqual(
      correlations.map(({ key, rules: below }) => [key, below]),
      [['rules/correlations/many.yml', ['rules/z.yml']]],
    )
    assert.deepEqual([...unreported], ['rules/z.yml'])
    assert.deepEqual([...sources.keys()], ['rules/correlations/many.yml', 'rules/filters/fleet.yml', 'rules/z.yml'])
  })

  test('leaves out what is not loaded, and says so', () => {
    put('rules/filters/fleet.yml', filter)
    put('rules/correlations/many.yml', correlation)
    const { rules, correlations, problems } = loadRules(root, ['rules'])
    assert.deepEqual([rules, correlations], [[], []])
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.path]),
      [
        ['E-CORR-REF', 'rules/correlations/many.yml'],
        ['W-FILTER-REF', 'rules/filters/fleet.yml'],
      ],
    )
  })

  test('takes a file that is not UTF-8 for a problem of that file alone', () => {
    put('rules/a.yml', rule)
    put('rules/b.yml', new Uint8Array([0x74, 0xff]))
    const { rules, problems } = loadRules(root, ['rules'])
    assert.equal(rules.length, 1)
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.path]),
      [['E-YAML', 'rules/b.yml']],
    )
  })

  test('is refused where there is no rule', () => {
    put('rules/a.yml', '---\n')
    put('rules/b.yml', filter.replace('[own]', 'any'))
    assert.throws(() => loadRules(root, ['rules']), SourceError)
  })
})
