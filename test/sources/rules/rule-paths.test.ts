import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { loadRules, readRuleFiles, SourceError } from '../../../sources/index.ts'

const rule = `title: A rule
logsource: {product: linux}
detection: {sel: {A: x}, condition: sel}
`

let root = ''

function put(path: string, text: string = rule): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** The keys of the rules that are read, and what is said of the paths that are not. */
function read(...paths: readonly string[]): readonly [keys: readonly string[], said: readonly string[]] {
  const { rules, problems, sources } = loadRules(root, paths)
  for (const { span } of problems) assert.ok(sources.has(span.path))
  return [rules.map(({ key }) => key), problems.map(({ code, span, message }) => `${code} ${span.path}: ${message}`)]
}

const links = { skip: process.platform === 'win32' ? 'links need a privilege on Windows' : false }
const fifoMaker: string = 'mkfifo'
const pipes = { skip: spawnSync(fifoMaker, ['--version']).error === undefined ? false : 'there is no mkfifo' }

suite('a path among rules that cannot be read rejects itself', () => {
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-paths-')))
    put('rules/a.yml')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('a link inside the project is read', links, () => {
    put('shared/b.yml')
    symlinkSync('../shared/b.yml', join(root, 'rules/b.yml'))
    assert.deepEqual(read('rules'), [['rules/a.yml', 'rules/b.yml'], []])
  })

  const elsewhere: readonly (readonly [name: string, target: string, said: string])[] = [
    ['b.yml', '/etc/hostname', '"rules/b.yml" is a link that leaves the project and rules'],
    ['b.yml', 'gone.yml', '"rules/b.yml" is a link that leads nowhere'],
    ['b.yml', 'b.yml', '"rules/b.yml" is a link that leads in a circle'],
    ['b', '/etc', '"rules/b" is a link that leaves the project and rules'],
    ['b', 'gone', '"rules/b" is a link that leads nowhere'],
    ['b.yml', '/dev/null', '"rules/b.yml" is a link that leaves the project and rules'],
  ]
  for (const [name, target, said] of elsewhere) {
    test(`${name}, which leads to ${target}`, links, () => {
      symlinkSync(target, join(root, 'rules', name))
      assert.deepEqual(read('rules'), [['rules/a.yml'], [`E-FILE rules/${name}: ${said}`]])
      assert.deepEqual(read('rules/*'), [
        ['rules/a.yml'],
        // A glob does not name a link to a folder, nor what is not there.
        name === 'b' || /gone|^b\.yml$/.test(target)
          ? []
          : [`E-FILE rules/${name}: ${said.replace('and rules', 'and rules/*')}`],
      ])
    })
  }

  test('a pipe is not opened', pipes, () => {
    execFileSync(fifoMaker, [join(root, 'rules/pipe.yml')])
    const said =
      'E-FILE rules/pipe.yml: "rules/pipe.yml" is a pipe, not a file; save what comes out of it to a file first'
    assert.deepEqual(read('rules'), [['rules/a.yml'], [said]])
    assert.deepEqual(read('rules/pipe.yml'), [[], [said]])
    assert.deepEqual(read('rules', '!rules/pipe.yml'), [['rules/a.yml'], []])
  })

  test('a socket is not opened', links, async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(root, 'rules/s.yml'), resolve))
    try {
      const said =
        'E-FILE rules/s.yml: "rules/s.yml" is a socket, not a file; save what comes out of it to a file first'
      assert.deepEqual(read('rules'), [['rules/a.yml'], [said]])
    } finally {
      server.close()
    }
  })

  test('several of them reject each itself, in the order of their paths', links, () => {
    put('rules/z.yml')
    put('rules/k.yml', 'title: [')
    symlinkSync('gone', join(root, 'rules/m.yml'))
    symlinkSync('/etc/hostname', join(root, 'rules/b.yml'))
    const [keys, said] = read('rules')
    assert.deepEqual(keys, ['rules/a.yml', 'rules/z.yml'])
    assert.deepEqual(
      said.map((each) => each.split(':')[0]),
      ['E-FILE rules/b.yml', 'E-YAML rules/k.yml', 'E-FILE rules/m.yml'],
    )
  })
})

suite('where there is no rule', () => {
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-none-')))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const advice = 'put the rules there, or name another place: "rules:" in sigmaproof.yml, or on the command line'

  test('it is said where to put them', () => {
    assert.throws(() => loadRules(root, ['rules']), {
      name: 'SourceError',
      message: `"rules" does not exist; ${advice}`,
    })
    mkdirSync(join(root, 'rules'))
    assert.throws(() => loadRules(root, ['rules']), {
      message: `"rules" holds no *.yml or *.yaml file; ${advice}`,
    })
  })

  test('it is said that they are left out', () => {
    put('rules/a.yml')
    assert.throws(() => loadRules(root, ['rules', '!rules/*']), {
      message: '"rules", "!rules/*" holds no rule; every file there is left out by "exclude" or "!"',
    })
  })

  test('files of something else are a note to whoever only reads', () => {
    put('rules/ci.yml', 'on: push\n')
    assert.throws(() => loadRules(root, ['rules']), SourceError)
    assert.deepEqual(
      readRuleFiles(root, ['rules']).problems.map(({ code }) => code),
      ['W-NOT-A-RULE'],
    )
  })
})
