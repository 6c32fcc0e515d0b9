import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { temporaryProject } from './temporary-project.ts'

const bin = fileURLToPath(new URL('../../cli/bin.js', import.meta.url))

/** Loaded first, it makes Node claim to be another version; a process started by that one is itself again. */
function pretending(version: string): string {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  return `data:text/javascript,${encodeURIComponent(code)}`
}

function runAs(
  version: string,
  path: string,
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', pretending(version), path, '--version'], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

for (const version of ['18.20.0', '20.20.2', '22.17.9']) {
  test(`Node ${version} gets one plain sentence`, () => {
    const project = temporaryProject({ 'package.json': '{"type":"module"}' })
    mkdirSync(join(project.root, 'cli'))
    cpSync(bin, join(project.root, 'cli/bin.js'))
    const { status, stdout, stderr } = runAs(version, join(project.root, 'cli/bin.js'))
    assert.equal(status, 3)
    assert.equal(stdout, '')
    assert.equal(stderr, `sigmaproof needs Node 22.18 or later; this is Node ${version}.\n`)
  })
}

test('in the repository an older Node hands over to the pinned one', () => {
  const { status, stdout, stderr } = runAs('20.0.0', bin)
  assert.equal(status, 0, stderr)
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
})

test('Node 22.18 is new enough', () => {
  assert.equal(runAs('22.18.0', bin).status, 0)
})
