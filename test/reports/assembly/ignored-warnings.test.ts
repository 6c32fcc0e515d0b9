import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openProject } from '../../../project/index.ts'
import { reportOfRun } from '../../../reports/index.ts'
import { settingsOf } from '../../../sources/index.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-ignored-')))
after(() => rmSync(root, { recursive: true, force: true }))

test('what comments and the configuration ignore is not told in the report of a run either', () => {
  mkdirSync(join(root, 'rules'))
  const rule = `title: Lamp
date: 2024/02/02
modified: 2024/03/03 # sigmaproof-ignore W-DATE: theirs
tags: [T1059]
logsource: {product: windows}
detection: {sel: {A: x}, condition: sel}
`
  writeFileSync(join(root, 'rules', 'lamp.yml'), rule)
  writeFileSync(join(root, 'sigmaproof.yml'), 'ignore:\n  - { code: W-TAG, rules: rules, reason: ours }\n')
  const report = reportOfRun([], openProject(settingsOf({}, root)), { show: () => {}, end: () => {} })
  assert.deepEqual(
    report.rules.map(({ problems }) => problems.map(({ code, place }) => `${code} ${place.line}`)),
    [['W-DATE 2']],
  )
})
