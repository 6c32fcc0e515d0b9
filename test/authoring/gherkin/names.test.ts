import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scenarioTexts } from '../../../authoring/index.ts'
import { composedDraft, draftedSteps, verbatimDraft } from '../../../authoring/suggest/draft.ts'
import type { Suggestion } from '../../../measures/index.ts'
import { eventOf, type Fields } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'

function suggestionOf(words: string, value: string | null, fields: Fields): Suggestion {
  return {
    rule: 'rules/sample.yml',
    title: { words, value },
    ...draftedSteps(composedDraft(3, fields, Object.keys(fields)) ?? verbatimDraft(eventOf(fields))),
    expected: { kind: 'fires' },
    covers: [],
    kills: null,
    breaches: [],
  }
}

/** What the scenarios of printed suggestions are called, the cells of an outline put in. */
function namesOf(suggestions: readonly Suggestion[]): readonly string[] {
  return scenarioTexts(suggestions).flatMap(({ name, text }) => {
    const [, ...lines] = text.split('Examples:\n')
    const [columns, ...rows] = lines.flatMap((line) => line.trimEnd().split('\n')).map(cellsOf)
    const column = columns?.find((each) => name.includes(`<${each}>`))
    return rows.length === 0
      ? [name]
      : rows.map((row) => name.replace(`<${column}>`, () => row[columns?.indexOf(column ?? '') ?? 0] ?? ''))
  })
}

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/\| ((?:\\.|[^|\\])*)(?= \|)/g)].map(([, cell = '']) => cell.trim().replaceAll('\\\\', '\\'))
}

test('the blanks around a value can be seen in a name, alone and in an outline', () => {
  const clone = suggestionOf('It fires with', ' clone ', { Image: 'a clone b' })
  assert.deepEqual(namesOf([clone]), ['It fires with " clone "'])
  const other = suggestionOf('It fires with', 'fetch', { Image: 'a fetch b' })
  assert.deepEqual(namesOf([clone, other]), ['It fires with " clone "', 'It fires with fetch'])
})

test('values that begin alike are told apart by their ends', () => {
  const long = (end: string) => `C:\\${'very\\'.repeat(20)}long\\${end}`
  const names = namesOf(['a.exe', 'b.exe'].map((end) => suggestionOf('It fires with', long(end), { Image: long(end) })))
  assert.deepEqual(
    names.map((name) => name.slice(-10)),
    ['long\\a.exe', 'long\\b.exe'],
  )
  assert.ok(names.every((name) => name.length < 80))
})

test('where no value tells scenarios apart, a field does, or a number', () => {
  const fields: readonly Fields[] = [{ Image: 'a' }, { Image: 'b' }]
  assert.deepEqual(namesOf(fields.map((each) => suggestionOf('It fires', null, each))), [
    'It fires (a)',
    'It fires (b)',
  ])
  const wide: readonly Fields[] = [{ Image: 'a'.repeat(99) }, { Image: 'b'.repeat(99) }]
  assert.deepEqual(namesOf(wide.map((each) => suggestionOf('It fires', null, each))), ['It fires 1', 'It fires 2'])
  const apart: readonly Fields[] = [{ Image: 'a' }, { User: 'b' }]
  assert.deepEqual(namesOf(apart.map((each) => suggestionOf('It fires', null, each))), ['It fires', 'It fires (2)'])
})

test('no two scenarios of a feature are called alike', () => {
  const suggestion = fc
    .record({
      words: fc.constantFrom('It fires', 'It fires with', 'It is silent'),
      value: fc.constantFrom(null, 'a', 'a (2)', '(a)', '1', 'b '.repeat(60), `b ${'b '.repeat(60)}`),
      fields: fc.constantFrom<Fields[]>({ Image: 'a' }, { Image: 'b' }, { User: 'a' }, { Image: 'a', User: 'b' }),
    })
    .map(({ words, value, fields }) => suggestionOf(words, value, fields))
  fc.assert(
    fc.property(fc.array(suggestion, { maxLength: 12 }), (suggestions) => {
      const names = namesOf(suggestions)
      assert.equal(names.length, suggestions.length)
      assert.equal(new Set(names).size, names.length, names.join('\n'))
    }),
  )
})
