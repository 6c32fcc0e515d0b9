import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { curlFeature, curlRule, temporaryProject } from './temporary-project.ts'

const bin = fileURLToPath(new URL('../../cli/bin.js', import.meta.url))
const files = { 'rules/curl.yml': curlRule, 'features/curl.feature': curlFeature }
const noFull = existsSync('/dev/full') ? false : 'there is no /dev/full here'
const noShell = process.platform === 'win32' ? 'this takes a POSIX shell' : false

suite('what the system refuses', { concurrency: 2 }, () => {
  for (const argv of [
    ['test'],
    ['check'],
    ['check', '--format', 'github'],
    ['generate', 'rules/curl.yml'],
    ['--help'],
  ]) {
    test(`a full stdout is no finding: ${argv.join(' ')}`, { skip: noFull }, () => {
      const { root } = temporaryProject({ ...files, 'rules/warned.yml': curlRule.replace('title: D', 'title: d') })
      const full = openSync('/dev/full', 'w')
      try {
        const stdio = ['ignore' as const, full, 'pipe' as const]
        const { status, stderr } = spawnSync(process.execPath, [bin, ...argv], { cwd: root, encoding: 'utf8', stdio })
        assert.equal(status, 3, stderr)
        assert.match(stderr, /^sigmaproof: stdout cannot be written: no space is left where it goes \(ENOSPC\)$/m)
        assert.equal(existsSync(join(root, 'out/.lock')), false)
      } finally {
        closeSync(full)
      }
    })
  }

  test('a folder that is gone when it begins', { skip: noShell }, () => {
    const { root } = temporaryProject({})
    mkdirSync(join(root, 'gone'))
    const script = 'cd gone && rmdir "$PWD" && exec "$0" "$@"'
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, bin, 'test'], {
      cwd: root,
      encoding: 'utf8',
    })
    assert.equal(status, 3)
    assert.equal(stderr, 'sigmaproof cannot start: the folder that it was started in is not there any more\n')
  })

  test('too few open files', { skip: noShell }, () => {
    const { root } = temporaryProject(files)
    for (const most of [22, 24, 26]) {
      const script = `ulimit -n ${most} && exec "$0" "$@"`
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, bin, 'check'], {
        cwd: root,
        encoding: 'utf8',
      })
      assert.ok(status === 0 || status === 3, `${status}: ${stderr}`)
      if (status === 3) assert.match(stderr, /^sigmaproof[^\n]*too many (?:open files|files are open)[^\n]*\n$/)
    }
  })
})
