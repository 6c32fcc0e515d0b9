import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewestCulprits } from '../../measures/suppression.ts'
import { aRule } from './rule-factory.ts'

const filters = ['a', 'b', 'c'].map((name) => `filter_${name}:\n    F${name}: x\n`).join('')

const cases: readonly (readonly [string, readonly number[]])[] = [
  ['selection and not 1 of filter_*', [1, 1, 1]],
  ['selection and not all of filter_*', [3, 3, 3]],
  ['selection and not (filter_a and filter_b) and not filter_c', [2, 2, 1]],
  ['selection and not (filter_a and (filter_b or filter_c))', [2, 2, 2]],
  ['selection and (other or not filter_a) and not filter_b and not filter_c', [1, 1, 1]],
  ['not filter_a and not filter_b and not filter_c and (selection or other)', [1, 1, 1]],
]

for (const [condition, wanted] of cases) {
  test(`the smallest sets of "${condition}" are ${wanted.join(', ')}`, () => {
    const rule = aRule(`selection:\n    S: x\nother:\n    O: x\n${filters}condition: ${condition}`)
    assert.deepEqual([...fewestCulprits(rule).values()], wanted)
  })
}

test('many filters under not all of need all of them, many under not 1 of none but itself', () => {
  const many = Array.from({ length: 20 }, (_, index) => `filter_${index}:\n    F${index}: x\n`).join('')
  const sizes = (condition: string) =>
    new Set(fewestCulprits(aRule(`selection:\n    S: x\n${many}condition: ${condition}`)).values())
  assert.deepEqual(sizes('selection and not 1 of filter_*'), new Set([1]))
  assert.deepEqual(sizes('selection and not all of filter_*'), new Set([20]))
})
