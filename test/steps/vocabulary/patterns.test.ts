import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { patterns } from '../../../steps/patterns.ts'
import { isOwnStep } from '../../../steps/vocabulary/own-steps.ts'
import { isParameterName, parameters } from '../../../steps/vocabulary/parameters.ts'
import { stepReference } from '../../../steps/vocabulary/step-reference.ts'

test('the reference of steps is that of the vocabulary; "npm run refresh" writes it', () => {
  assert.equal(readFileSync('docs/steps.md', 'utf8'), stepReference())
})

test('the steps can be imported where no Cucumber runs, and their patterns read', async () => {
  // A thread of its own: in this one a Cucumber may run.
  const code = `
    const { parentPort } = require('node:worker_threads')
    import(${JSON.stringify(new URL('../../../steps/index.ts', import.meta.url).href)})
      .then(({ patterns }) => parentPort.postMessage(patterns.map(({ pattern }) => pattern)))`
  const thread = new Worker(code, { eval: true })
  const read = await new Promise((resolve, reject) => {
    thread.once('message', resolve).once('error', reject)
  })
  await thread.terminate()
  assert.deepEqual(
    read,
    patterns.map(({ pattern }) => pattern),
  )
})

test('each example has the keyword of its step, and is known as one of ours', () => {
  for (const { keyword, example } of patterns) {
    assert.ok(example.startsWith(`${keyword} `), example)
    assert.ok(isOwnStep(example.slice(keyword.length + 1)), example)
  }
})

test('a pattern has parameters of ours alone, and a colon where it takes something', () => {
  for (const { pattern, takes } of patterns) {
    for (const [, name = ''] of pattern.matchAll(/\{([^}]*)\}/g)) assert.ok(isParameterName(name), pattern)
    assert.equal(pattern.endsWith(':'), takes !== 'nothing', pattern)
  }
})

test('a step runs with as many things as its pattern gives: Cucumber counts them', () => {
  for (const { pattern, takes, run } of patterns) {
    const given = (pattern.match(/\{/g)?.length ?? 0) + (takes === 'nothing' ? 0 : 1)
    assert.equal(run.length, given, pattern)
  }
})

test('no expression of a parameter reads an empty text or several lines', () => {
  for (const [name, { regexp }] of Object.entries(parameters)) {
    const whole = new RegExp(`^(?:${regexp?.source ?? String.raw`\d+`})$`)
    assert.ok(!whole.test(''), name)
    assert.ok(!whole.test('a\nb'), name)
  }
})
