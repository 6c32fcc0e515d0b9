import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataTable } from '@cucumber/cucumber'
import { statedValue, unquoted } from '../../../steps/values/stated-value.ts'
import { fieldsIn, listIn, rowsIn } from '../../../steps/values/table-cells.ts'
import { fc } from '../../fast-check.ts'

const table = (...rows: string[][]): DataTable => new DataTable(rows)

test('a list is read row by row, blank cells left out, quotes taken off', () => {
  const cells = listIn(table(['a', ' b'], ['" c "', ''], ['""', "'d'"]))
  assert.deepEqual(
    cells.map(({ text, quoted }) => [text, quoted]),
    [
      ['a', false],
      [' b', false],
      [' c ', true],
      ['', true],
      ['d', true],
    ],
  )
})

test('an empty list is refused', () => {
  assert.throws(() => listIn(table(['', ''])), { name: 'ScenarioError', message: /the list is empty/ })
})

test('fields and values may stand under a heading', () => {
  const plain = fieldsIn(table(['User', 'x'], ['DestinationPort', '1']))
  assert.deepEqual(fieldsIn(table(['field', 'value'], ['User', 'x'], ['DestinationPort', '1'])), plain)
  assert.deepEqual([...plain.keys()], ['User', 'DestinationPort'])
})

test('a prototype key is a field like any other', () => {
  assert.deepEqual([...fieldsIn(table(['__proto__', 'x'], ['constructor', 'y'])).keys()], ['__proto__', 'constructor'])
})

test('a field named twice is refused, in rows and in a heading', () => {
  assert.throws(() => fieldsIn(table(['User', 'x'], ['User', 'y'])), { message: /names User twice/ })
  assert.throws(() => rowsIn(table(['User', 'User'], ['x', 'y'])), { message: /names User twice/ })
})

test('a row of an event table states what is not blank', () => {
  const rows = rowsIn(table(['User', 'Image'], ['x', ''], ['""', 'y']))
  assert.deepEqual(
    rows.map((row) => [...row].map(([field, { text }]) => [field, text])),
    [
      [['User', 'x']],
      [
        ['User', ''],
        ['Image', 'y'],
      ],
    ],
  )
})

test('a table of events needs one', () => {
  assert.throws(() => rowsIn(table(['User'])), { message: /a heading and no event/ })
})

test('quotes around any text come off once and nothing inside changes', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('"', "'"), (text, quote) => {
      assert.equal(unquoted(`${quote}${text}${quote}`), text)
      assert.deepEqual(statedValue(`${quote}${text}${quote}`), { text, quoted: true })
    }),
  )
})

test('a lone quote is a text', () => {
  assert.equal(unquoted('"'), '"')
  assert.equal(unquoted('"a\''), '"a\'')
})
