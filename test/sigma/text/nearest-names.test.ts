import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestNames } from '../../../sigma/index.ts'

const fields = ['Image', 'ImageLoaded', 'ParentImage', 'CommandLine', 'ParentCommandLine', 'Level', 'IntegrityLevel']

const cases: readonly (readonly [written: string, first: string])[] = [
  ['imag', 'Image'],
  ['ParentImageName', 'ParentImage'],
  ['ParnetImage', 'ParentImage'],
  ['aPrentImage', 'ParentImage'],
  ['ImageLoaedd', 'ImageLoaded'],
  ['InetgrityLevel', 'IntegrityLevel'],
  ['PraentCommandLine', 'ParentCommandLine'],
  ['ParentComandLine', 'ParentCommandLine'],
]
for (const [written, first] of cases) {
  test(`${written} is nearest to ${first}`, () => assert.equal(nearestNames(written, fields)[0], first))
}

test('what is held comes in the order of how much of it is more', () => {
  assert.deepEqual(nearestNames('Image', ['OriginalImageName', 'ParentImage', 'Images']), [
    'Images',
    'ParentImage',
    'OriginalImageName',
  ])
})

test('nothing is near to what shares nothing, and no more than three are named', () => {
  assert.deepEqual(nearestNames('zzzzzz', fields), [])
  assert.equal(nearestNames('Image', ['Image1', 'Image2', 'Image3', 'Image4']).length, 3)
})
