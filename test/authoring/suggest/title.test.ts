import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestionsFor } from '../../../authoring/index.ts'
import { pointsOf } from '../../../measures/index.ts'
import { aRule } from '../../measures/rule-factory.ts'

function titlesOf(detection: string): readonly string[] {
  const rule = aRule(detection)
  const { suggestions } = suggestionsFor(rule, pointsOf(rule), { seed: 'sigmaproof', most: 100 })
  return suggestions.map(({ title: { words, value } }) => (value === null ? words : `${words} [${value}]`))
}

test('a keyword is called one, alone and among others', () => {
  const titles = titlesOf("keywords:\n    - 'first word'\n    - 'other word'\ncondition: keywords")
  assert.ok(titles.includes('It fires with the keyword [first word]'), titles.join('\n'))
  assert.ok(titles.includes('It is silent without any keyword'), titles.join('\n'))
})

test('an identifier stands before what several ask for, unless the verdict has named it', () => {
  const titles = titlesOf(`selection:
    Image|endswith: ['\\a.exe', '\\b.exe']
filter_own:
    Image|endswith: '\\dir\\b.exe'
condition: selection and not filter_own`)
  assert.ok(titles.includes('It fires with selection: Image|endswith [\\a.exe]'), titles.join('\n'))
  assert.ok(titles.includes('filter_own suppresses it with Image|endswith [\\dir\\b.exe]'), titles.join('\n'))
})
