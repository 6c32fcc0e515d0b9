import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Edit, evaluatorEdits } from './edits.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The text of one of the evaluator's files with the edit made; fails when the edit has no single place there. */
function edited({ file, find, replace }: Edit): string {
  const text = readFileSync(join(root, 'sigma', file), 'utf8')
  assert.equal(text.split(find).length, 2, `sigma/${file} holds once: ${find}`)
  return text.replace(find, () => replace)
}

test('every edit of the evaluator still has its place', () => {
  for (const edit of evaluatorEdits) assert.notEqual(edited(edit), '')
})

const isLong = process.env.SIGMAPROOF_LONG !== undefined && process.env.SIGMAPROOF_LONG !== ''
const skip = isLong ? false : 'SIGMAPROOF_LONG is not set: each mistake takes a process of its own'

describe('a mistake in the evaluator is noticed by the conformance cases', { skip }, () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-mutants-')))
  after(() => rmSync(copy, { recursive: true, force: true }))
  for (const part of ['catalogue', 'sigma', 'test/sigma', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')

  function failingCases(): readonly string[] {
    const script = join(copy, 'test/sigma/mutants/failing-cases.ts')
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    return JSON.parse(stdout)
  }

  test('none fails without one', () => assert.deepEqual(failingCases(), []))

  for (const edit of evaluatorEdits) {
    test(`${edit.breaks} (${edit.file})`, (context) => {
      const path = join(copy, 'sigma', edit.file)
      const before = readFileSync(path, 'utf8')
      writeFileSync(path, edited(edit))
      try {
        const failing = failingCases()
        context.diagnostic(`${failing.length} fail: ${failing.slice(0, 5).join(', ')}`)
        assert.ok(failing.length > 0, 'no case fails')
      } finally {
        writeFileSync(path, before)
      }
    })
  }
})
