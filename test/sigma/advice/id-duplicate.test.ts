import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { advisedIn, creation, searching } from './advised.ts'

const code = 'W-ID-DUPLICATE'
const [one, other] = ['7a1c2c5e-9d7b-4f0e-8a55-2b0f3d6c1e01', '7a1c2c5e-9d7b-4f0e-8a55-2b0f3d6c1e02']
const rule = (id: string): string => searching(creation, 'Image: x', `id: ${id}\n`)

describe('an id that two documents have', () => {
  test('is told at each place with the path of the other', () => {
    const found = advisedIn(code, [rule(one), rule(other), rule(one.toUpperCase())])
    assert.deepEqual(
      found.map(({ severity, at, message }) => [severity, at, message.replace(/^id '.*?' /, '')]),
      [
        ['warning', one, 'is also the id of rules/2.yml'],
        ['warning', one.toUpperCase(), 'is also the id of rules/0.yml'],
      ],
    )
  })

  test('in one file, in a filter, in a correlation, in a rule that is rejected', () => {
    const filter = `title: F\nid: ${one}\nlogsource: {${creation}}\nfilter: {rules: any, a: {B: x}, condition: not a}\n`
    const correlation = `title: C\nid: ${one}\ncorrelation: {type: event_count, rules: [${other}], timespan: 5m, condition: {gte: 2}}\n`
    const rejected = rule(one).replace('condition: sel', 'condition: nothing')
    for (const text of [filter, correlation, rejected]) {
      assert.equal(advisedIn(code, [`${rule(one)}---\n${text}`, rule(other)]).length, 2, text)
    }
  })

  test('many others are named up to three', () => {
    const [found] = advisedIn(
      code,
      Array.from({ length: 6 }, () => rule(one)),
    )
    assert.match(found?.message ?? '', /rules\/1\.yml, rules\/2\.yml, rules\/3\.yml and 2 more$/)
  })

  test('is none where it was written once, for a collection', () => {
    const part = 'detection: {sel: {Image: x}, condition: sel}\n'
    const collection = `action: global\ntitle: A rule\nid: ${one}\nlogsource: {${creation}}\n---\n${part}---\n${part}`
    assert.deepEqual(advisedIn(code, [collection]), [])
    assert.equal(advisedIn(code, [collection, rule(one)]).length, 2)
  })

  test('is none for documents without one', () => {
    const text = searching(creation, 'Image: x')
    assert.deepEqual(advisedIn(code, [text, text, rule(one), rule(other)]), [])
  })
})
