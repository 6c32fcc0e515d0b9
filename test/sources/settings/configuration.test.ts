import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { SourceError, settingsOf } from '../../../sources/index.ts'
import { readConfiguration } from '../../../sources/settings/configuration.ts'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-configuration-')))
after(() => rmSync(base, { recursive: true, force: true }))

function rootWith(text: string): string {
  const root = mkdtempSync(join(base, 'project-'))
  writeFileSync(join(root, 'sigmaproof.yml'), text)
  return root
}

const full = `# ours
rules: [detections, "../shared/**/*.yml"]
features: specs
out: build/proof
seed: 007
strict: true
suggest: true
placeholders:
  servers: ['srv*', 10.0.0.1]
  port: 0443
  __proto__: x
`

describe('sigmaproof.yml', () => {
  test('is optional, and may be empty', () => {
    assert.deepEqual(readConfiguration(base), {})
    for (const text of ['', '# nothing yet\n', '---\n', '{}']) assert.deepEqual(readConfiguration(rootWith(text)), {})
  })

  test('gives each key its value, one path as a list, numbers as they are spelled', () => {
    assert.deepEqual(readConfiguration(rootWith(full)), {
      rules: ['detections', '../shared/**/*.yml'],
      features: ['specs'],
      out: 'build/proof',
      seed: '007',
      strict: true,
      suggest: true,
      placeholders: JSON.parse('{"servers": ["srv*", "10.0.0.1"], "port": ["0443"], "__proto__": ["x"]}'),
    })
  })

  test('says the same with CRLF and a byte order mark', () => {
    const other = `\uFEFF${full.replaceAll('\n', '\r\n')}`
    assert.deepEqual(readConfiguration(rootWith(other)), readConfiguration(rootWith(full)))
  })

  test('stands between what is given and the defaults', () => {
    const root = rootWith('seed: theirs\nout: theirs\nstrict: true\n')
    const { seed, out, strict, rules } = settingsOf({ seed: 'given' }, root)
    assert.deepEqual([seed, out, strict, rules], ['given', 'theirs', true, ['rules']])
  })

  test('is not asked again once every setting is given', () => {
    const root = rootWith('seed: theirs\n')
    const { root: _, ...settled } = settingsOf({}, root)
    writeFileSync(join(root, 'sigmaproof.yml'), 'nonsense: 1\n')
    assert.equal(settingsOf(settled, root).seed, 'theirs')
  })

  for (const name of ['sigmaproof.yaml', '.sigmaproof.yml', '.sigmaproof.yaml']) {
    test(`may be called ${name}`, () => {
      const root = rootWith('')
      rmSync(join(root, 'sigmaproof.yml'))
      writeFileSync(join(root, name), 'exclude: rules/old\nrules: [theirs, "!theirs/x"]\n')
      assert.deepEqual(settingsOf({}, root).rules, ['theirs', '!theirs/x', '!rules/old'])
      assert.deepEqual(settingsOf({ rules: ['!theirs/y'] }, root).rules, [
        'theirs',
        '!theirs/x',
        '!theirs/y',
        '!rules/old',
      ])
      writeFileSync(join(root, name), 'sede: x\n')
      assert.throws(() => settingsOf({}, root), { message: new RegExp(`^${name.replaceAll('.', '\\.')}:1:1: `) })
    })

    test(`cannot stand beside ${name}`, () => {
      const root = rootWith('seed: one\n')
      writeFileSync(join(root, name), 'seed: two\n')
      assert.throws(() => settingsOf({}, root), {
        name: 'SourceError',
        message: `"sigmaproof.yml" and "${name}" are both configurations of one project; keep one of them`,
      })
    })
  }

  test('is a file', () => {
    const root = rootWith('')
    rmSync(join(root, 'sigmaproof.yml'))
    mkdirSync(join(root, 'sigmaproof.yml'))
    assert.throws(() => settingsOf({}, root), { name: 'SourceError', message: /"sigmaproof.yml" .* must be a file/ })
  })

  const refused: readonly (readonly [string, RegExp])[] = [
    ['rulse: x\n', /^sigmaproof\.yml:1:1: there is no key "rulse"; nearest: rules\n {4}1 \| rulse: x\n {6}\| \^{5}$/],
    [
      'zzzzzzzzzzzz: 1\n',
      /:1:1: there is no key "zzzzzzzzzzzz"; there are rules, exclude, features, out, seed, strict, suggest/,
    ],
    ['__proto__: 1\n', /:1:1: there is no key "__proto__"/],
    ['out: x\nstrict: yes\n', /^sigmaproof\.yml:2:9: "strict" takes true or false$/m],
    ['rules: [a, {b: c}]\n', /:1:12: "rules" takes a file, folder or glob/],
    ['rules: []\n', /:1:8: "rules" takes/],
    ['features:\n', /:1:10: "features" takes/],
    ['seed: ""\n', /:1:7: "seed" takes a text that is not empty/],
    ['out: [x]\n', /:1:6: "out" takes a text/],
    ['placeholders: [x]\n', /:1:15: "placeholders" takes a map/],
    ['placeholders:\n  a: []\n', /:2:6: "placeholders" takes at least one value/],
    ['placeholders:\n  a: [x, true]\n', /:2:10: "placeholders" takes texts and numbers/],
    ['- rules\n', /:1:1: the configuration must be a map/],
    ['seed: a\n---\nseed: b\n', /:3:1: a second document/],
    ['seed: a\nseed: b\n', /:2:1: YAML error: duplicate key 'seed'/],
    ['seed: "a\n', /:\d+:\d+: YAML error/],
    ['"a\\e[2J": 1\n', /there is no key "a\\u\{1B\}\[2J"/],
  ]
  for (const [text, message] of refused) {
    test(`${JSON.stringify(text)} is refused at its place`, () => {
      assert.throws(() => readConfiguration(rootWith(text)), { name: SourceError.name, message })
    })
  }

  test('tells every fault at once', () => {
    assert.throws(
      () => readConfiguration(rootWith('rulse: x\nstrict: 1\nseed: {}\n')),
      ({ message }: Error) => {
        const places = [...message.matchAll(/^sigmaproof\.yml:(\d+):/gm)].map(([, line]) => line)
        assert.deepEqual(places, ['1', '2', '3'])
        return true
      },
    )
  })
})
