import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { readCache, writeCache } from '../../../sources/index.ts'

describe('what one run keeps for the next', () => {
  let out = ''
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'sigmaproof-cache-'))
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  test('is read as it was written', () => {
    const content = { 'a/b': { kind: 'possible' }, list: [1, 'é', null] }
    writeCache(out, 'proofs', content)
    assert.deepEqual(readCache(out, 'proofs'), content)
  })

  test('is nothing where nothing was kept, or it cannot be', () => {
    assert.equal(readCache(out, 'proofs'), undefined)
    writeFileSync(join(out, 'file'), '')
    writeCache(join(out, 'file'), 'proofs', {})
    assert.equal(readCache(join(out, 'file'), 'proofs'), undefined)
  })

  test('is nothing once it is damaged', () => {
    writeCache(out, 'proofs', { point: { kind: 'possible' } })
    const path = join(out, '.cache', 'proofs.json')
    const text = readFileSync(path, 'utf8')
    for (const damaged of ['', '{', 'null', text.slice(0, -5), text.replace('possible', 'impossible')]) {
      writeFileSync(path, damaged)
      assert.equal(readCache(out, 'proofs'), undefined, damaged)
    }
    writeFileSync(path, text)
    assert.deepEqual(readCache(out, 'proofs'), { point: { kind: 'possible' } })
  })
})
