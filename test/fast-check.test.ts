import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fc, isPinned } from './fast-check.ts'

test('properties are tried on the values of one seed, unless a long run is asked for', () => {
  const [first, second] = [drawn(), drawn()]
  assert.equal(first.length, 100)
  if (isPinned) assert.deepEqual(second, first)
  else assert.notDeepEqual(second, first)
})

test('every test takes fast-check from where its seed is set', () => {
  const library = 'fast-check'
  const found = globSync('{bench,test}/**/*.ts').filter((path) =>
    readFileSync(path, 'utf8').includes(`from '${library}'`),
  )
  assert.deepEqual(
    found.map((path) => path.replaceAll('\\', '/')),
    ['test/fast-check.ts'],
    'write import { fc } from test/fast-check.ts',
  )
})

function drawn(): readonly number[] {
  const values: number[] = []
  fc.assert(fc.property(fc.nat(), (value) => void values.push(value)))
  return values
}
