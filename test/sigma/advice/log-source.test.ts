import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { advisedIn, searching } from './advised.ts'

describe('a key of the log source', () => {
  const misspelt: readonly (readonly [logsource: string, at: string, meant: string])[] = [
    ['product: windows, categorie: process_creation', 'categorie', 'category'],
    ['category: process_creation, Product: windows', 'Product', 'product'],
    ['product: windows, services: security', 'services', 'service'],
    ['product: windows, categories: dns_query', 'categories', 'category'],
    ['product: windows, sevrice: security', 'sevrice', 'service'],
    ['product: windows, service : security, "service ": x', '"service "', 'service'],
  ]
  for (const [logsource, at, meant] of misspelt) {
    test(`${at} for ${meant}`, () => {
      const [found, ...more] = advisedIn('W-LOGSOURCE-KEY', [searching(logsource, 'A: x')])
      assert.deepEqual([found?.severity, found?.at, more], ['warning', at, []])
      assert.match(found?.hint ?? '', new RegExp(`\\b${meant}\\b`))
    })
  }

  test('is told beside the error where nothing else names one', () => {
    const text = searching('categorie: process_creation', 'A: x')
    assert.equal(advisedIn('W-LOGSOURCE-KEY', [text]).length, 1)
    assert.equal(advisedIn('E-LOGSOURCE', [text]).length, 1)
  })

  test('is told in a filter document', () => {
    const filter =
      'title: F\nlogsource: {product: windows, servise: x}\nfilter: {rules: any, a: {B: x}, condition: not a}\n'
    assert.deepEqual(
      advisedIn('W-LOGSOURCE-KEY', [filter]).map(({ at }) => at),
      ['servise'],
    )
  })

  for (const key of ['definition', 'vendor', 'source', 'platform', 'device', 'version', 'cat', 'producer_name']) {
    test(`${key} is the author's own`, () => {
      assert.deepEqual(advisedIn('W-LOGSOURCE-KEY', [searching(`product: windows, ${key}: x`, 'A: x')]), [])
    })
  }
})

describe('an unknown log source', () => {
  const unknown: readonly (readonly [logsource: string, at: string, hint: RegExp])[] = [
    ['product: windws', 'windws', /^Nearest: windows\./],
    ['product: widnows, category: process_creation', 'widnows', /^Nearest: windows\./],
    ['product: windows, category: proces_creation', 'proces_creation', /^Nearest: process_creation/],
    ['product: windows, category: image_laod', 'image_laod', /^Nearest: image_load/],
    ['product: windows, service: secuirty', 'secuirty', /^Nearest: security/],
    ['product: windows, service: process_creation', 'process_creation', /^Write category: process_creation\./],
    ['product: windows, category: Sysmon', 'Sysmon', /^Write service: sysmon\./],
    ['category: process_creation', 'process_creation', /^Name its product: windows/],
    ['product: linux, service: audtid', 'audtid', /^Nearest: auditd/],
    ['product: okta, service: zzzzzz', 'zzzzzz', /^Its events/],
  ]
  for (const [logsource, at, hint] of unknown) {
    test(logsource, () => {
      const [found, ...more] = advisedIn('W-LOGSOURCE-UNKNOWN', [searching(logsource, 'A: x')])
      assert.deepEqual([found?.at, more], [at, []])
      assert.match(found?.hint ?? '', hint)
      assert.match(found?.hint ?? '', /Its events are told apart by product only\.$/)
    })
  }
})
