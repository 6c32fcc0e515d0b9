import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { errorCodes, warningCodes } from '../sigma/problem.ts'

test('the table of problems has a row for every code, in their order', () => {
  const rows = [...readFileSync('docs/problems.md', 'utf8').matchAll(/^\| `([EW]-[A-Z0-9-]+)` \| /gm)].map(
    ([, code]) => code,
  )
  assert.deepEqual(rows, [...errorCodes, ...warningCodes])
})

for (const document of ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'docs/problems.md', 'rules/LICENSE.md']) {
  test(`${document} links to nothing that is not there`, () => {
    const folder = new URL(`../${document}`, import.meta.url)
    for (const [, target = ''] of readFileSync(folder, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      assert.ok(existsSync(new URL(target, folder)), `${document} links to ${target}`)
    }
  })
}
