import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRegex } from '../../../sigma/values/regex.ts'

const refusals: readonly (readonly [pattern: string, reason: string])[] = [
  ['a{1001}', 'invalid repeat count: `{1001}`; at most 1,000'],
  ['(?:a{100}){100}', 'invalid repeat count: `{100}`; at most 1,000'],
  ['(?=a)', 'lookaround is not supported'],
  ['(a', 'missing closing )'],
]

for (const [pattern, reason] of refusals) {
  test(`${pattern} is refused: ${reason}`, () => {
    const found = parseRegex(pattern, { ignoreCase: false, multiline: false, dotAll: false })
    assert.ok(typeof found === 'string')
    assert.ok(found.startsWith(reason), found)
  })
}
