import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { errorCodes, problemKinds, warningCodes } from '../sigma/index.ts'

test('the table of problems has a row for every code, in their order, with an example', () => {
  const rows = [...readFileSync('docs/problems.md', 'utf8').matchAll(/^\| `([EW]-[A-Z0-9-]+)` \| (.+) \|$/gm)].map(
    ([, code, rest = '']) => ({ code, cells: rest.split(/ (?<!\\)\| /) }),
  )
  assert.deepEqual(
    rows.map(({ code }) => code),
    [...errorCodes, ...warningCodes],
  )
  for (const { code, cells } of rows) {
    const { meaning, remedy } = Object.entries(problemKinds).find(([each]) => each === code)?.[1] ?? {}
    assert.equal(cells.length, 3, code)
    assert.deepEqual([cells[0], cells[2]], [meaning, remedy])
    assert.match(cells[1] ?? '', /`.+`/, code)
  }
})

for (const document of [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'docs/problems.md',
  'docs/output.md',
  'rules/LICENSE.md',
]) {
  test(`${document} links to nothing that is not there`, () => {
    const folder = new URL(`../${document}`, import.meta.url)
    for (const [, target = ''] of readFileSync(folder, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      assert.ok(existsSync(new URL(target, folder)), `${document} links to ${target}`)
    }
  })
}
