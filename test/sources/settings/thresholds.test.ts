import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { SourceError, scopedThresholds, settingsOf } from '../../../sources/index.ts'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-thresholds-')))
after(() => rmSync(base, { recursive: true, force: true }))

function rootWith(text: string): string {
  const root = mkdtempSync(join(base, 'project-'))
  writeFileSync(join(root, 'sigmaproof.yml'), text)
  mkdirSync(join(root, 'rules', 'windows'), { recursive: true })
  for (const path of ['rules/a.yml', 'rules/windows/b.yml']) writeFileSync(join(root, path), '')
  return root
}

const text = `thresholds:
    outcomes: 100
    mcdc: 87.5
    mutation: { high: 90, low: 60, break: 75 }
    paths:
        rules/windows:
            values: 0
        'rules/*.yml': {mcdc: 100}
require:
    scenarios: true
`

const files = ['rules/a.yml', 'rules/windows/b.yml']

describe('thresholds in sigmaproof.yml', () => {
  test('are read, and are the same when they are handed on', () => {
    const root = rootWith(text)
    const settings = settingsOf({}, root)
    const { thresholds, require } = settings
    assert.deepEqual(thresholds, {
      outcomes: 100,
      mcdc: 87.5,
      mutation: { high: 90, low: 60, break: 75 },
      paths: { 'rules/windows': { values: 0 }, 'rules/*.yml': { mcdc: 100 } },
    })
    assert.deepEqual(require, { scenarios: true })
    const { root: _, ...carried } = settings
    assert.deepEqual(settingsOf(JSON.parse(JSON.stringify(carried)), root), settings)
  })

  test('are scoped to the rules below their path', () => {
    assert.deepEqual(scopedThresholds(settingsOf({}, rootWith(text)), files), [
      { measure: 'outcomes', path: null, files: null, wanted: 100 },
      { measure: 'mcdc', path: null, files: null, wanted: 87.5 },
      { measure: 'values', path: 'rules/windows', files: new Set(['rules/windows/b.yml']), wanted: 0 },
      { measure: 'mcdc', path: 'rules/*.yml', files: new Set(['rules/a.yml']), wanted: 100 },
    ])
  })

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    [
      'a threshold over 100',
      'seed: x\nthresholds:\n  mcdc: 120\n',
      /^sigmaproof\.yml:3:9: "mcdc" takes a number from 0 to 100, got 120\n.*\n.*\^{3}/,
    ],
    ['a threshold below 0', 'thresholds: {values: -1}', /^sigmaproof\.yml:1:22: /],
    ['a threshold that is no number', 'thresholds: {values: all}', /^sigmaproof\.yml:1:22: .* got "all"/],
    ['one that is not a number at all', 'thresholds: {values: .nan}', /^sigmaproof\.yml:1:22: /],
    [
      'an unknown measure',
      'thresholds:\n  value: 90\n',
      /^sigmaproof\.yml:2:3: there is no measure "value"; nearest: values/,
    ],
    [
      'an unknown measure of a path',
      'thresholds:\n  paths:\n    rules: {mutation: 9}',
      /^sigmaproof\.yml:3:13: there is no measure "mutation"/,
    ],
    [
      'an unknown bound',
      'thresholds:\n  mutation:\n    brake: 9',
      /^sigmaproof\.yml:3:5: there is no bound "brake"; nearest: break/,
    ],
    [
      'bounds that cross',
      'thresholds: {mutation: {high: 50, low: 60}}',
      /^sigmaproof\.yml:1:40: "low" is above "high"/,
    ],
    ['no map', 'thresholds: 90', /^sigmaproof\.yml:1:13: a map by measure is wanted, got 90/],
    [
      'an unknown requirement',
      'require: {supression: true}',
      /^sigmaproof\.yml:1:11: there is no requirement "supression"; nearest: suppression/,
    ],
  ]
  for (const [what, yaml, message] of wrong) {
    test(`${what} is an error with its place`, () => {
      assert.throws(() => settingsOf({}, rootWith(yaml)), { name: 'SourceError', message })
    })
  }

  test('a path below which there is no rule is an error with its place, each one', () => {
    const root = rootWith(
      'thresholds:\n  paths:\n    rules/linux: {mcdc: 1}\n    features: {mcdc: 1}\n    rules: {mcdc: 1}\n',
    )
    assert.throws(
      () => scopedThresholds(settingsOf({}, root), files),
      (error) =>
        error instanceof SourceError &&
        /^sigmaproof\.yml:3:5: there is no rule below "rules\/linux"$/m.test(error.message) &&
        /^sigmaproof\.yml:4:5: there is no rule below "features"$/m.test(error.message) &&
        !/below "rules"/.test(error.message),
    )
    const given = settingsOf({ thresholds: { paths: { nowhere: { mcdc: 1 } } } }, root)
    assert.throws(() => scopedThresholds(given, files), { message: 'thresholds: there is no rule below "nowhere"' })
  })
})
