import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { findFiles } from '../../../sources/index.ts'

let root = ''

function put(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
}

function rulesIn(...paths: readonly string[]): readonly string[] {
  return findFiles(root, paths, ['.yml', '.yaml'])
}

// A suite, because in one process hooks at the top would run around every test of every file.
suite('findFiles', () => {
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-find-')))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('a folder is searched to the bottom, by code unit, with / in every key', () => {
    put('rules/b.yml', 'rules/a/z.yaml', 'rules/B.yml', 'rules/ä.yml', 'rules/readme.md', 'rules/C.YML')
    assert.deepEqual(rulesIn('rules'), ['rules/B.yml', 'rules/C.YML', 'rules/a/z.yaml', 'rules/b.yml', 'rules/ä.yml'])
  })

  test('files, folders and globs mix; each file comes once', () => {
    put('rules/a.yml', 'rules/x/b.yml', 'more/c.yml')
    assert.deepEqual(rulesIn('rules/a.yml', './rules', 'rules/**', 'm*/*.yml'), [
      'more/c.yml',
      'rules/a.yml',
      'rules/x/b.yml',
    ])
  })

  test('a path with the characters of a glob is a path where it exists', () => {
    put('rules [old]/a.yml')
    assert.deepEqual(rulesIn('rules [old]'), ['rules [old]/a.yml'])
  })

  test('an absolute path gives the same keys', () => {
    put('rules/a.yml')
    assert.deepEqual(rulesIn(join(root, 'rules')), ['rules/a.yml'])
  })

  test('a folder beside the root may be named', () => {
    put('project/x', 'shared/a.yml')
    assert.deepEqual(findFiles(join(root, 'project'), ['../shared'], ['.yml']), ['../shared/a.yml'])
  })

  test('hidden names and node_modules are passed over', () => {
    put('rules/a.yml', 'rules/.git/b.yml', 'rules/node_modules/c.yml')
    assert.deepEqual(rulesIn('rules'), ['rules/a.yml'])
  })

  test('what is missing, empty or of another kind is an error', () => {
    put('rules/readme.md', 'one.txt')
    assert.throws(() => rulesIn('ruels'), { name: 'SourceError', message: '"ruels" does not exist' })
    assert.throws(() => rulesIn('rules'), { message: '"rules" holds no *.yml or *.yaml file' })
    assert.throws(() => rulesIn('x*/*.yml'), { message: '"x*/*.yml" holds no *.yml or *.yaml file' })
    assert.throws(() => rulesIn('one.txt'), { message: '"one.txt" holds no *.yml or *.yaml file' })
  })

  test('one empty folder among full ones is an error all the same', () => {
    put('rules/a.yml', 'empty/readme.md')
    assert.throws(() => rulesIn('rules', 'empty'), { message: /^"empty" holds no/ })
  })

  const trees: readonly (readonly [leftOut: readonly string[], left: readonly string[]])[] = [
    [['!rules/old'], ['rules/a.yml', 'rules/win/b.yml', 'rules/win/test_c.yml']],
    [['!rules/old/'], ['rules/a.yml', 'rules/win/b.yml', 'rules/win/test_c.yml']],
    [['!./rules/old/**'], ['rules/a.yml', 'rules/win/b.yml', 'rules/win/test_c.yml']],
    [
      ['!**/test_*.yml', '!rules/a.yml'],
      ['rules/old/b.yml', 'rules/win/b.yml'],
    ],
    [['!**/{old,win}'], ['rules/a.yml']],
    [
      ['!old', '!*.yml', '!win/b.yml'],
      ['rules/a.yml', 'rules/old/b.yml', 'rules/win/b.yml', 'rules/win/test_c.yml'],
    ],
    [['!rules/win/[bx].yml'], ['rules/a.yml', 'rules/old/b.yml', 'rules/win/test_c.yml']],
    [['!**'], []],
  ]
  for (const [leftOut, left] of trees) {
    test(`${leftOut.join(' and ')} leaves out what it names, wherever it stands`, () => {
      put('rules/a.yml', 'rules/win/b.yml', 'rules/win/test_c.yml', 'rules/old/b.yml')
      assert.deepEqual(rulesIn('rules', ...leftOut), left)
      assert.deepEqual(rulesIn(...leftOut, 'rules/**'), left)
      assert.deepEqual(rulesIn('rules', ...leftOut.map((each) => `!${join(root, each.slice(1))}`)), left)
    })
  }

  test('a path with the characters of a glob leaves out what is so called', () => {
    put('rules/a.yml', 'rules/b [old]/a.yml')
    assert.deepEqual(rulesIn('rules', '!rules/b [old]'), ['rules/a.yml'])
  })

  test('what lies outside the root is left out too', () => {
    put('project/a.yml', 'shared/a.yml', 'shared/x/b.yml', 'shared/.hidden.yml')
    const project = join(root, 'project')
    assert.deepEqual(findFiles(project, ['../shared', '!../shared/x/**'], ['.yml']), ['../shared/a.yml'])
    assert.deepEqual(findFiles(project, ['../shared/.hidden.yml', '!**/*.yml', '.'], ['.yml']), [
      '../shared/.hidden.yml',
    ])
  })

  const links = { skip: process.platform === 'win32' ? 'links need a privilege on Windows' : false }

  test('a link inside the root is followed, a circle is walked once', links, () => {
    put('rules/a.yml', 'shared/b.yml')
    symlinkSync('../shared', join(root, 'rules/linked'))
    symlinkSync('..', join(root, 'shared/up'))
    assert.deepEqual(rulesIn('rules'), ['rules/a.yml', 'rules/linked/b.yml'])
  })

  test('a link out of the root is refused, be it a file or a folder', links, () => {
    put('project/rules/a.yml', 'secret/b.yml')
    const project = join(root, 'project')
    symlinkSync('../../secret/b.yml', join(project, 'rules/c.yml'))
    assert.throws(() => findFiles(project, ['rules'], ['.yml']), { name: 'SourceError', message: /c\.yml" is a link/ })
    rmSync(join(project, 'rules/c.yml'))
    symlinkSync('../../secret', join(project, 'rules/d'))
    assert.throws(() => findFiles(project, ['rules'], ['.yml']), { message: /is a link that leaves/ })
  })

  test('a link that is left out may lead anywhere', links, () => {
    put('project/rules/a.yml', 'secret/b.yml')
    const project = join(root, 'project')
    symlinkSync('../../secret/b.yml', join(project, 'rules/c.yml'))
    symlinkSync('gone.yml', join(project, 'rules/d.yml'))
    assert.deepEqual(findFiles(project, ['rules', '!rules/[cd].yml'], ['.yml']), ['rules/a.yml'])
  })

  test('a link of another kind may lead anywhere', links, () => {
    put('project/rules/a.yml', 'secret/b.md')
    const project = join(root, 'project')
    symlinkSync('../../secret/b.md', join(project, 'rules/README.md'))
    symlinkSync('gone.txt', join(project, 'rules/notes.txt'))
    assert.deepEqual(findFiles(project, ['rules'], ['.yml']), ['rules/a.yml'])
  })

  test('a link that leads nowhere is an error, not a missing rule', links, () => {
    put('rules/a.yml')
    symlinkSync('gone.yml', join(root, 'rules/b.yml'))
    assert.throws(() => rulesIn('rules'), { name: 'SourceError', message: /b\.yml" is a link that leads nowhere$/ })
  })

  test('a link that is itself the named folder may lead outside', links, () => {
    put('project/x', 'elsewhere/a.yml')
    const project = join(root, 'project')
    symlinkSync('../elsewhere', join(project, 'rules'))
    assert.deepEqual(findFiles(project, [relative(project, join(project, 'rules'))], ['.yml']), ['rules/a.yml'])
  })
})
