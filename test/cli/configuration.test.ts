import assert from 'node:assert/strict'
import { test } from 'node:test'
import { curlFeature, curlRule, temporaryProject } from './temporary-project.ts'

const expandingRule = curlRule.replace("Image|endswith: '\\curl.exe'", "Image|endswith|expand: '%tool%'")

const files = {
  'detections/curl.yml': expandingRule,
  'specs/curl.feature': curlFeature,
  'sigmaproof.yml': 'rules: detections\nfeatures: specs\nout: build\nplaceholders:\n  tool: [\\curl.exe]\n',
}

test('sigmaproof test takes rules, features, output folder and placeholders from sigmaproof.yml', async () => {
  const project = temporaryProject(files)
  const { code, stderr } = await project.run('test')
  assert.equal(code, 0, stderr)
  assert.match(stderr, /3 scenarios \(3 passed\)/)
  assert.equal(JSON.parse(project.read('build/report.json')).rules.length, 1)
})

test('what the command line says wins', async () => {
  const project = temporaryProject({
    ...files,
    'specs/broken.feature': 'Feature: x\n\n  Scenario: y\n    Then nothing\n',
  })
  const { code, stderr } = await project.run('test', 'specs/curl.feature', '--out', 'elsewhere')
  assert.equal(code, 0, stderr)
  assert.equal(JSON.parse(project.read('elsewhere/report.json')).rules.length, 1)
})

test('a configuration that cannot be used stops the run', async () => {
  const project = temporaryProject({ ...files, 'sigmaproof.yml': 'rulse: x\n' })
  const { code, stderr } = await project.runHere('test')
  assert.equal(code, 3)
  assert.match(stderr, /sigmaproof\.yml:1:1: there is no key "rulse"; nearest: rules/)
})
