import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOfEvent, hashOfEvents } from '../../measures/index.ts'
import type { Json } from '../../sigma/index.ts'
import { fc } from '../fast-check.ts'

// JSON.parse makes own keys even of `__proto__`, as an event read from a file would have them.
const fields = fc
  .jsonValue()
  .map((value): { readonly [key: string]: Json } => JSON.parse(JSON.stringify({ value, a: 1, __proto: 2 })))

test('the order of keys does not change the hash of an event', () => {
  fc.assert(
    fc.property(fields, (event) => {
      const turned = Object.fromEntries(Object.entries(event).reverse())
      assert.equal(hashOfEvent(turned), hashOfEvent(event))
    }),
  )
})

test('another value, another key, or a number for a text is another event', () => {
  const texts = ['{"a":1}', '{"a":"1"}', '{"b":1}', '{"a":[1]}', '{"a":{"b":1}}', '{"__proto__":1}', '{"a":null}', '{}']
  assert.equal(new Set(texts.map((text) => hashOfEvent(JSON.parse(text)))).size, texts.length)
})

test('the order of events is part of the hash of a set', () => {
  const [a, b] = [{ Image: 'a.exe' }, { Image: 'b.exe' }]
  assert.notEqual(hashOfEvents([a, b]), hashOfEvents([b, a]))
  assert.notEqual(hashOfEvents([a]), hashOfEvent(a))
})
