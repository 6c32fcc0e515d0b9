import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { codeDigest, digestOfCode } from '../../../sources/output/code-digest.ts'

const root = mkdtempSync(join(tmpdir(), 'sigmaproof-digest-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('the digest follows every file of code that decides an answer, and no other', () => {
  for (const station of ['catalogue', 'sigma', 'generators/solver', 'proofs', 'measures', 'authoring', 'reports']) {
    mkdirSync(join(root, station), { recursive: true })
    writeFileSync(join(root, station, 'one.js'), '1')
  }
  const seen = [digestOfCode(root)]
  const isNew = (): boolean => {
    const digest = digestOfCode(root)
    const isKnown = seen.includes(digest)
    seen.push(digest)
    return !isKnown
  }
  assert.equal(isNew(), false)
  writeFileSync(join(root, 'reports', 'one.js'), '2')
  writeFileSync(join(root, 'sigma', 'one.d.ts'), '2')
  assert.equal(isNew(), false)
  for (const station of ['catalogue', 'sigma', 'generators/solver', 'proofs', 'measures', 'authoring']) {
    writeFileSync(join(root, station, 'one.js'), '2')
    assert.ok(isNew(), station)
  }
  renameSync(join(root, 'measures', 'one.js'), join(root, 'measures', 'two.js'))
  assert.ok(isNew())
})

test('the digest of the code that runs is one for a process', () => {
  assert.match(codeDigest(), /^[0-9a-f]{64}$/)
  assert.equal(codeDigest(), codeDigest())
})
