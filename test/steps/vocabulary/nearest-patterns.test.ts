import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { patterns } from '../../../steps/patterns.ts'
import { answerTo } from '../../../steps/snippet-syntax.ts'
import { nearestPatterns } from '../../../steps/vocabulary/nearest-patterns.ts'

const ours: readonly (readonly [string, string])[] = [
  ['an matching event', 'a matching event'],
  ['a machting event', 'a matching event'],
  ['its Image is set to {string}', 'its {field} is {value}'],
  ['Image is {string}', 'its {field} is {value}'],
  ['its Image equals {string}', 'its {field} is {value}'],
  ['its User is missing', 'its {field} is {absence}'],
  ['its User is SYSTEM in all languages', 'its {field} is {account} in {language}'],
  ['the rule should fire', '{the rule} fires'],
  ['the rule is suppressed', '{the rule} is suppressed by:'],
  ['a process creation event', 'a(n) {sysmon event} event with:'],
  ['{int} minutes later', '{duration} pass(es)'],
  ['the rule {string} is loaded', 'the rule {rule}'],
  ['the rule wants something else entirely', 'the rule {rule}'],
]

describe('an undefined step that was meant for one of ours is told of it, and of two more', () => {
  for (const [step, pattern] of ours) {
    test(step, () => {
      const near = nearestPatterns(step).map((each) => each.pattern)
      assert.equal(near.length, 3)
      assert.ok(near.includes(pattern), near.join(', '))
    })
  }
})

describe("somebody else's step resembles none", () => {
  const theirs = [
    'I have {int} cucumbers in my basket',
    'the user logs in',
    'a user {string} with password {string}',
    'I click the button',
    'the page shows {string}',
    'the server is started',
    'the event is sent to the SIEM',
    '',
  ]
  for (const step of theirs) test(`"${step}"`, () => assert.deepEqual(nearestPatterns(step), []))
})

test('a step with one word misspelt finds its own pattern', () => {
  for (const { pattern, example } of patterns) {
    const step = example
      .replace(/^\w+ /, '')
      .replaceAll(/"[^"]*"/g, '{string}')
      .replaceAll(/(?<!\S)\d+(?!\S)/g, '{int}')
      .replace('match', 'mathc')
      .replace('event', 'evnet')
      .replace(/\b(rule|its)\b/, '$1s')
    const near = nearestPatterns(step).map((each) => each.pattern)
    assert.ok(near.includes(pattern), `${step}: ${near.join(', ')}`)
  }
})

test('a step of ours is undefined only where ours are not registered, and that is said', () => {
  for (const step of ['its Image is {string}', 'the rule {string}', '{int} matching events', 'the rule fires']) {
    assert.match(answerTo(step) ?? '', /^sigmaproof has this step, but not in this Cucumber: /)
  }
  for (const step of ['its Image is {int} wide', 'its Image equals {string}', 'the rule fired']) {
    assert.match(answerTo(step) ?? '', /^sigmaproof has no step: /)
  }
})
