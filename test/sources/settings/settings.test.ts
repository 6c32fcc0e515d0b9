import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { SourceError, settingsOf } from '../../../sources/index.ts'

const root = resolve('/project')

test('nothing given is the defaults', () => {
  const defaults = {
    root,
    rules: ['rules'],
    exclude: [],
    features: [],
    out: 'out',
    seed: 'sigmaproof',
    strict: false,
    suggest: false,
    thresholds: {},
    require: {},
    unread: 'apart',
    neverFires: [],
    placeholders: {},
    envelopes: [],
    mapping: {},
    ignore: [],
  }
  assert.deepEqual(settingsOf(undefined, root), defaults)
  assert.deepEqual(settingsOf({}, root), defaults)
})

test('what is given wins, and one path is a list of one', () => {
  assert.deepEqual(settingsOf({ rules: 'detections', out: 'o', seed: '7', strict: true }, root), {
    root,
    rules: ['detections'],
    exclude: [],
    features: [],
    out: 'o',
    seed: '7',
    strict: true,
    suggest: false,
    thresholds: {},
    require: {},
    unread: 'apart',
    neverFires: [],
    placeholders: {},
    envelopes: [],
    mapping: {},
    ignore: [],
  })
})

const chosen: readonly (readonly [given: object, rules: readonly string[]])[] = [
  [{ exclude: 'old' }, ['rules', '!old']],
  [{ rules: ['a', '!a/b'] }, ['a', '!a/b']],
  [{ rules: ['!a/b'] }, ['rules', '!a/b']],
  [{ rules: 'a', exclude: ['x', '!y'] }, ['a', '!x', '!y']],
]
for (const [given, rules] of chosen) {
  test(`${JSON.stringify(given)} reads ${rules.join(' ')}`, () => {
    const settings = settingsOf(given, root)
    assert.deepEqual(settings.rules, rules)
    // Settled settings are handed on to other processes as they are.
    const { root: _, ...settled } = settings
    assert.deepEqual(settingsOf(settled, root), settings)
  })
}

const refused: readonly (readonly [unknown, RegExp])[] = [
  [{ sede: 'x' }, /no setting "sede"; nearest: seed/],
  [
    { zzzzzzzzzzzzzz: 1 },
    /no setting "zzzzzzzzzzzzzz"; there are rules, exclude, features, out, seed, strict, suggest/,
  ],
  [JSON.parse('{"__proto__": {"seed": "x"}}'), /no setting "__proto__"/],
  [{ thresholds: { mcdc: 120 } }, /"thresholds.mcdc": "mcdc" takes a number from 0 to 100, got 120/],
  [{ thresholds: { mccd: 1 } }, /"thresholds.mccd": there is no measure "mccd"; nearest: mcdc/],
  [{ thresholds: { mutation: { high: 60, low: 80 } } }, /"low" is above "high": 80 and 60/],
  [{ thresholds: { paths: { rules: 90 } } }, /"thresholds.paths.rules": a map by measure is wanted, got 90/],
  [{ thresholds: JSON.parse('{"paths": {"__proto__": {"x": 1}}}') }, /there is no measure "x"/],
  [{ require: { scenario: true } }, /there is no requirement "scenario"; nearest: scenarios/],
  [{ require: { suppression: 1 } }, /"suppression" takes true or false, got 1/],
  [{ constructor: 1 }, /no setting "constructor"/],
  [{ root: '/elsewhere' }, /no setting "root"/],
  [{ rules: [] }, /"rules" takes a list .* got \[\]/],
  [{ rules: [1] }, /"rules" takes a list .* got \[1\]/],
  [{ rules: null }, /"rules" takes a list .* got null/],
  [{ exclude: [''] }, /"exclude" takes a list .* got \[""\]/],
  [{ seed: 1 }, /"seed" takes a text .* got 1/],
  [{ out: '' }, /"out" takes a text .* got ""/],
  [{ features: 5 }, /"features" takes a list .* got 5/],
  [{ placeholders: ['x'] }, /"placeholders" takes texts and numbers, .* got \["x"\]/],
  [{ placeholders: { x: [] } }, /"placeholders" takes .* got \{"x":\[\]\}/],
  [{ placeholders: { x: true } }, /"placeholders" takes/],
  [{ strict: 'yes' }, /"strict" takes true or false, got "yes"/],
  [{ suggest: 1 }, /"suggest" takes true or false, got 1/],
  ['rules', /must be an object, got "rules"/],
  [[], /must be an object, got \[\]/],
  [null, /must be an object, got null/],
]
for (const [parameters, message] of refused) {
  test(`${JSON.stringify(parameters)} is refused`, () => {
    assert.throws(() => settingsOf(parameters, root), { name: SourceError.name, message })
  })
}

test('one value of a placeholder is a list of one', () => {
  assert.deepEqual(settingsOf({ placeholders: { x: 'a', y: [1, 'b'] } }, root).placeholders, { x: ['a'], y: [1, 'b'] })
})

test('an unknown name is shown without its control characters', () => {
  assert.throws(() => settingsOf({ 'a\u001B[2J': 1 }, root), { message: /a\\u\{1B\}\[2J/ })
})

test('the root is absolute', () => {
  assert.throws(() => settingsOf({}, 'project'), { name: 'SourceError' })
})

test('what is ignored is the same when settings are handed on, as Cucumber hands them to its workers', () => {
  const ignore = [
    { code: 'W-TAG', rules: null, reason: 'ours', span: { path: 'sigmaproof.yml', start: 3, end: 8 } },
    { code: 'W-DATE', rules: ['a.yml', 'b/**'], reason: 'theirs', span: null },
  ]
  const given = settingsOf({ ignore: JSON.parse(JSON.stringify(ignore)) }, process.cwd())
  assert.deepEqual(given.ignore, ignore)
  const { root, ...carried } = given
  assert.deepEqual(settingsOf(JSON.parse(JSON.stringify(carried)), root), given)
})

test('an entry of ignore that is handed over is judged as one of the file is', () => {
  const wrong = (entry: unknown) => () => settingsOf({ ignore: [entry] }, process.cwd())
  assert.throws(wrong({ code: 'W-TAG' }), { name: 'SourceError', message: /"ignore\.0": .*needs a reason/ })
  assert.throws(wrong({ code: 'W-TAG', reason: 'x', rules: null }), {
    name: 'SourceError',
    message: /"ignore\.0\.rules"/,
  })
  assert.throws(wrong({ code: 'E-YAML', reason: 'x' }), { name: 'SourceError', message: /"ignore\.0\.code": E-YAML/ })
})
