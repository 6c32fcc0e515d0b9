import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { curlRule, temporaryProject } from './temporary-project.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'm').exec(readme)?.[1] ?? ''
}

test('the worked example of the README holds', async () => {
  const rule = '../../rules/windows/network_connection/net_connection_win_susp_remote_powershell_session.yml'
  const project = temporaryProject({
    'rules/session.yml': readFileSync(new URL(rule, import.meta.url), 'utf8'),
    'features/session.feature': block('gherkin'),
  })
  const { code, stderr } = await project.run('test')
  assert.equal(code, 0, stderr)
  assert.match(stderr, /4 scenarios \(4 passed\)/)
})

test('the problem that the README shows is printed word for word', async () => {
  const project = temporaryProject({
    'rules/windows/curl.yml': curlRule.replace('selection and', 'selction and'),
    'features/x.feature': 'Feature: x\n\n  Scenario: y\n    Given the rule "Download With Curl"\n',
  })
  const { stderr } = await project.run('test')
  assert.ok(block('text').length > 0)
  assert.ok(stderr.includes(block('text')), stderr)
})

test('the configuration that the README shows can be used', async () => {
  const project = temporaryProject({
    'rules/curl.yml': curlRule.replace("User|contains: 'svc-update'", "User|expand: '%Administrators%'"),
    'sigmaproof.yml': block('yaml').replace(', ../shared/rules', ''),
  })
  const { code, stdout } = await project.runHere('check')
  assert.deepEqual([code, stdout], [0, '1 rule read and 0 rejected in 1 file: no problem.\n'])
})

test('the shape that the README names is that of the schema it names', async () => {
  const [, shape = ''] = /with `--shape (\w+)` as one object/.exec(readme) ?? []
  const [, file = ''] = /`sigmaproof\/schemas\/([\w-]+\.json)`/.exec(readme) ?? []
  const schema = JSON.parse(readFileSync(new URL(`../../catalogue/schemas/${file}`, import.meta.url), 'utf8'))
  const validate = new Ajv2020().compile(schema)
  const rule = curlRule.replace('category: process_creation', 'category: network_connection')
  const project = temporaryProject({ 'rules/curl.yml': rule })
  const printed = async (...more: readonly string[]) =>
    JSON.parse((await project.runHere('generate', 'rules/curl.yml', ...more)).stdout)
  assert.ok(validate(await printed('--shape', shape)), JSON.stringify(validate.errors))
  assert.ok(!validate(await printed()))
})
