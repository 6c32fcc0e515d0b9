import assert from 'node:assert/strict'
import { PassThrough, type Writable } from 'node:stream'
import { test } from 'node:test'
import { WriteStream } from 'node:tty'
import { configurationOf, withOurs } from '../../cli/cucumber/cucumber-configuration.ts'
import { settingsOf } from '../../sources/index.ts'
import { curlFeature, curlRule, temporaryProject } from './temporary-project.ts'

const terminals: readonly (readonly [told: string, stderr: Writable, format: string])[] = [
  ['a file', new PassThrough(), 'summary'],
  ['a terminal', terminalOf(120), 'progress-bar'],
  ['a terminal too narrow for the bar', terminalOf(29), 'summary'],
  ['a terminal that does not tell its width', terminalOf(0), 'summary'],
]

for (const [told, stderr, format] of terminals) {
  test(`Cucumber shows a ${format} on ${told}`, async () => {
    const { root } = temporaryProject({ 'rules/curl.yml': curlRule, 'features/curl.feature': curlFeature })
    const stdout = new PassThrough()
    const invocation = { argv: [], cwd: root, stdout, stderr, commands: stdout, env: {} }
    const own = await configurationOf(invocation, undefined)
    assert.equal(withOurs(own, settingsOf({}, root), invocation, () => undefined).formats.stdout, format)
  })
}

/** What is asked of a terminal here: that it is one, and how wide. */
function terminalOf(columns: number): Writable {
  return Object.create(WriteStream.prototype, { columns: { value: columns } })
}
